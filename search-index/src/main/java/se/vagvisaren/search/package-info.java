/// Finds what a text is about, among the life events and services of a knowledge base, and says how sure it is.
///
/// An in-memory Lucene index behind a small door, [se.vagvisaren.search.ServiceSearch]; no Lucene type leaves this
/// package.
package se.vagvisaren.search;
