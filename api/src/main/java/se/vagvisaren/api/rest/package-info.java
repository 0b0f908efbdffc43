/// The REST interface below `/vagvisaren/v1`. Whatever is wrong with a request is told as an RFC 9457 problem, all of
/// it at once, and never by repeating what was sent.
package se.vagvisaren.api.rest;
