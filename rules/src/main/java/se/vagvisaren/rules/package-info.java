/// Judges conditions over facts in three values, with a reason, on Drools.
///
/// Content is compiled to data that a fixed, hand-written rule base works on: nothing that an editor writes reaches a
/// compiler. No Drools type leaves this package.
package se.vagvisaren.rules;
