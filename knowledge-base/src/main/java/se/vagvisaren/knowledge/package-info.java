/// What is known: the model in the terms of CPSV-AP, the content, the loader that reports every problem at once, and
/// validity in time.
///
/// It promises that a [se.vagvisaren.knowledge.KnowledgeBase] is immutable, complete and free of errors: every id in it
/// resolves, every rule carries its law and its source. It knows nothing of Drools, Lucene or Spring.
package se.vagvisaren.knowledge;
