package se.vagvisaren.rules;

import se.vagvisaren.knowledge.Condition;

/// A condition with the nodes of the [Graph] that stand for its parts.
///
/// @param edge    the node that decides it, and whether it is negated
/// @param parts   in the condition's order; empty for a test
/// @param slot    the fact that a test is about; null for all others
record CompiledCondition(Condition condition, int edge, CompiledCondition[] parts, Slot slot) {
}
