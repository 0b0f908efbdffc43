package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// When a requirement is met. It is data: it names facts and values, never code.
public sealed interface Condition {

    /// All of them hold.
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /// At least one of them holds.
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    /// It does not hold.
    record Not(Condition of) implements Condition {
    }

    /// One test of one fact.
    ///
    /// @param fact  the fact's id
    /// @param about the kind of subject whose fact is meant; null for the requirement's own subject where the fact can
    ///              be of that kind, otherwise the visitor
    /// @param test  what is tested
    record Test(String fact, Subject.Kind about, Operator test) implements Condition {
    }

    /// What is tested of a fact.
    sealed interface Operator {

        /// It has this value.
        record Is(FactValue value) implements Operator {
        }

        /// It has one of these values.
        record OneOf(Set<FactValue> values) implements Operator {
            public OneOf {
                values = Set.copyOf(values);
            }
        }

        /// It is this number or more.
        record AtLeast(Amount amount) implements Operator {
        }

        /// It is this number or less.
        record AtMost(Amount amount) implements Operator {
        }

        /// It is earlier than this day.
        record Before(LocalDate day) implements Operator {
        }

        /// It is later than this day.
        record After(LocalDate day) implements Operator {
        }

        /// It lies at most this long before or after the day on which the question is asked.
        record Within(Period period) implements Operator {
        }
    }

    /// A number in a condition.
    sealed interface Amount {

        /// Written out.
        record Fixed(long value) implements Amount {
        }

        /// A dated amount, looked up for the day on which the question is asked.
        record OfParameter(String parameter) implements Amount {
        }
    }

    /// Visits each test in this condition, in the order written.
    static void tests(Condition condition, Consumer<Test> visitor) {
        switch (condition) {
            case All all -> all.of().forEach(part -> tests(part, visitor));
            case Any any -> any.of().forEach(part -> tests(part, visitor));
            case Not not -> tests(not.of(), visitor);
            case Test test -> visitor.accept(test);
        }
    }

    /// The kind of subject on which a test's fact is looked up, when its requirement is about `about`.
    static Subject.Kind owner(Test test, FactDefinition fact, Subject.Kind about) {
        if (test.about() != null) {
            return test.about();
        }
        return fact.of().contains(about) ? about : Subject.Kind.VISITOR;
    }
}
