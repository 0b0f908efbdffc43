/// The code with which a visitor finds a checklist again, without anything about the visitor being stored.
package se.vagvisaren.api.code;
