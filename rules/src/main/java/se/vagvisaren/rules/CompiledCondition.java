package se.vagvisaren.rules;

<<<<<<< HEAD
=======
import java.util.List;
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
import se.vagvisaren.knowledge.Condition;

/// A condition with the nodes of the [Graph] that stand for its parts.
///
/// @param edge    the node that decides it, and whether it is negated
/// @param parts   in the condition's order; empty for a test
/// @param literal the test; null for all others
<<<<<<< HEAD
record CompiledCondition(Condition condition, int edge, CompiledCondition[] parts, Literal literal) {
=======
record CompiledCondition(Condition condition, int edge, List<CompiledCondition> parts, Literal literal) {
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
}
