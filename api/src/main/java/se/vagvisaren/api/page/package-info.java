/// The visitor's pages: they work without JavaScript, keep no session and store nothing.
///
/// What a visitor wrote is answered once. Where it leads to a checklist, the browser is sent on to an address that holds the
/// errands and answers as a code, and the words are gone. A birth date is in no address: while one is known it travels in
/// the page's own forms only.
package se.vagvisaren.api.page;
