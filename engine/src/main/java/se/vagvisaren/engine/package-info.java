/// From a text and some facts to guidance: what was meant, what applies, what to ask next, and one combined checklist.
///
/// A request goes one way: the text is understood, the rules in force on its date are judged, the next question is chosen,
/// the checklist is built. Nothing about a person outlives the call.
package se.vagvisaren.engine;
