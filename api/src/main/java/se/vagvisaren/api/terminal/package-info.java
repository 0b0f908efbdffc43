/// The command line: ask a question, check the content, evaluate against known questions. No web server starts for
/// these.
package se.vagvisaren.api.terminal;
