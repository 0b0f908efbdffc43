package se.vagvisaren.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.vagvisaren.knowledge.Condition;

/// The conditions of a knowledge base as one network: literals, and AND nodes over them whose inputs may be negated.
/// Any-of is not(all-of-not), so that nothing has to be multiplied out. Equal parts of different conditions are one
/// node.
///
/// An edge is the number of a node, doubled, plus one where it is negated. Node 0 is always met.
final class Graph {

    static final int ALWAYS = 0;

    /// By node: how many inputs have to be met; 1 for a literal.
    private final int[] inputs;
    /// The AND nodes that nodes are inputs of, with the edge's negation: those of a node from [#firstUser] on. All in one
    /// array, as all that a request decides is looked up here.
    final int[] users;
    private final int[] firstUser;
    /// By node: the facts that follow from it; null for most.
    final Definition[][] definitions;
    final int slots;

    /// A fact that follows from a node.
    record Definition(Slot slot, boolean negated) {
    }

    private Graph(Builder builder) {
        int nodes = builder.users.size();
        users = builder.users.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
        firstUser = new int[nodes + 1];
        inputs = new int[nodes];
        definitions = new Definition[nodes][];
        slots = builder.slots.size();
        for (int node = 0; node < nodes; node++) {
            firstUser[node + 1] = firstUser[node] + builder.users.get(node).size();
            inputs[node] = builder.inputs.get(node);
        }
        builder.definitions.forEach((node, found) -> definitions[node] = found.toArray(Definition[]::new));
    }

    /// By node: how many inputs are still to be met before anything is decided. The caller's own.
    int[] undecided() {
        return inputs.clone();
    }

    /// Where the users of a node begin; those of the next node begin where they end.
    int firstUser(int node) {
        return firstUser[node];
    }

    static int negate(int edge) {
        return edge ^ 1;
    }

    static int node(int edge) {
        return edge >> 1;
    }

    static boolean negated(int edge) {
        return (edge & 1) == 1;
    }

    /// Collects nodes, each only once.
    static final class Builder {

        private record Test(Slot slot, Condition.Operator operator) {
        }

        final Map<FactKey, Slot> slots = new HashMap<>();
        private final Map<Test, Literal> literals = new HashMap<>();
        private final Map<List<Integer>, Integer> gates = new HashMap<>();
        private final List<List<Integer>> users = new ArrayList<>();
        private final List<Integer> inputs = new ArrayList<>();
        private final Map<Integer, List<Definition>> definitions = new HashMap<>();

        Builder() {
            gates.put(List.of(), node(1));
        }

        private int node(int ofInputs) {
            users.add(new ArrayList<>());
            inputs.add(ofInputs);
            return users.size() - 1;
        }

        Literal literal(Slot slot, Condition.Operator operator) {
            return literals.computeIfAbsent(new Test(slot, operator), _ -> {
                var literal = new Literal(node(1), slot, operator);
                slot.tests.add(literal);
                return literal;
            });
        }

        /// The edge that is met when all of these are.
        int all(int[] edges) {
            var distinct = Arrays.stream(edges).filter(edge -> edge != ALWAYS << 1).sorted().distinct().boxed()
                    .toList();
            if (distinct.size() == 1) {
                return distinct.getFirst();
            }
            var gate = gates.get(distinct);
            if (gate == null) {
                gate = node(distinct.size());
                gates.put(distinct, gate);
                for (int edge : distinct) {
                    users.get(Graph.node(edge)).add(gate << 1 | edge & 1);
                }
            }
            return gate << 1;
        }

        /// The edge that is met when any of these is.
        int any(int[] edges) {
            return negate(all(Arrays.stream(edges).map(Graph::negate).toArray()));
        }

        void define(Slot slot, int edge) {
            definitions.computeIfAbsent(Graph.node(edge), _ -> new ArrayList<>())
                    .add(new Definition(slot, negated(edge)));
        }

        Graph build() {
            return new Graph(this);
        }
    }
}
