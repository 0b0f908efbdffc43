package se.vagvisaren.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vagvisaren.rules.KnowledgeBuilder.TODAY;
import static se.vagvisaren.rules.KnowledgeBuilder.service;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.vagvisaren.knowledge.Condition;
import se.vagvisaren.knowledge.Condition.Amount;
import se.vagvisaren.knowledge.Condition.Operator;
import se.vagvisaren.knowledge.FactDefinition.Derivation;
import se.vagvisaren.knowledge.FactDefinition.Type;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.Subject;

/// Random conditions over random facts are judged as a plain evaluation of the tree judges them.
class ConditionPropertyTest {

    private static final int SERVICES = 12;
    private static final Subject.Kind[] KINDS = {Subject.Kind.VISITOR, Subject.Kind.CHILD};
    private static final List<String> DERIVED = List.of("d0", "d1", "d2", "d3");

    private Random random;
    private KnowledgeBase knowledge;

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333, 4444, 55555, 666666})
    void conditions_are_judged_as_a_plain_evaluation_of_their_tree_judges_them(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            knowledge = knowledge();
            var rules = RuleCompiler.compile(knowledge.asOf(TODAY));
            for (int j = 0; j < 3; j++) {
                check(rules, situation());
            }
        }
    }

    private void check(CompiledRules rules, Situation situation) {
        var judgement = Evaluators.ALL.judge(rules, situation);
        for (var service : judgement.services()) {
            var condition = service.service().requirements().getFirst().when();
            var evaluation = service.requirements().getFirst().evaluation();
            assertThat(evaluation.outcome()).as("%s for %s in %s", condition, service.subject(), situation)
                    .isEqualTo(outcome(condition, service.subject(), situation.facts()));

            var blockers = evaluation.blockers();
            if (evaluation.outcome() == Outcome.UNKNOWN) {
                assertThat(blockers).isNotEmpty();
                assertThat(outcome(condition, service.subject(), with(blockers, situation.facts())))
                        .isNotEqualTo(Outcome.UNKNOWN);
            } else {
                assertThat(blockers).isEmpty();
            }
        }
        judgement.derived().forEach((key, value) ->
                assertThat(value).isEqualTo(value(key.subject(), key.fact(), situation.facts())));
    }

    // The other evaluation: a tree, read from the top.

    private Outcome outcome(Condition condition, Subject about, Map<Subject, Map<String, FactValue>> facts) {
        return switch (condition) {
            case Condition.All all -> all.of().stream().map(part -> outcome(part, about, facts))
                    .reduce(Outcome.MET, Outcome::and);
            case Condition.Any any -> any.of().stream().map(part -> outcome(part, about, facts))
                    .reduce(Outcome.NOT_MET, Outcome::or);
            case Condition.Not not -> outcome(not.of(), about, facts).negated();
            case Condition.Test test -> {
                var kind = Condition.owner(test, knowledge.facts().get(test.fact()), about.kind());
                var value = value(kind == about.kind() ? about : Subject.first(kind), test.fact(), facts);
                yield value == null ? Outcome.UNKNOWN : holds(test.test(), value) ? Outcome.MET : Outcome.NOT_MET;
            }
        };
    }

    private FactValue value(Subject subject, String fact, Map<Subject, Map<String, FactValue>> facts) {
        var stated = facts.getOrDefault(subject, Map.of()).get(fact);
        if (stated != null) {
            return stated;
        }
        return switch (knowledge.facts().get(fact).derivation()) {
            case Derivation.When(var condition) -> switch (outcome(condition, subject, facts)) {
                case MET -> FactValue.YES;
                case NOT_MET -> FactValue.NO;
                case UNKNOWN -> null;
            };
            case Derivation.AgeInYears(var date) when value(subject, date, facts) instanceof FactValue.Day(var day)
                    && !day.isAfter(TODAY) -> new FactValue.Whole(Period.between(day, TODAY).getYears());
            case null, default -> null;
        };
    }

    private static boolean holds(Operator test, FactValue value) {
        return switch (test) {
            case Operator.Is(var wanted) -> wanted.equals(value);
            case Operator.OneOf(var wanted) -> wanted.contains(value);
            case Operator.AtLeast(var amount) -> ((FactValue.Whole) value).value() >= ((Amount.Fixed) amount).value();
            case Operator.AtMost(var amount) -> ((FactValue.Whole) value).value() <= ((Amount.Fixed) amount).value();
            case Operator.Before(var day) -> ((FactValue.Day) value).value().isBefore(day);
            case Operator.After(var day) -> ((FactValue.Day) value).value().isAfter(day);
            case Operator.Within(var period) -> !((FactValue.Day) value).value().isBefore(TODAY.minus(period))
                    && !((FactValue.Day) value).value().isAfter(TODAY.plus(period));
        };
    }

    // Random knowledge, situations and values.

    private KnowledgeBase knowledge() {
        var builder = new KnowledgeBuilder();
        for (var type : List.of(Type.BOOLEAN, Type.INTEGER, Type.CHOICE, Type.DATE)) {
            for (int i = 0; i < 4; i++) {
                builder.fact(name(type, i), type, i == 0 ? KINDS : new Subject.Kind[] {KINDS[i % 2]});
            }
        }
        builder.derived("alder", Type.INTEGER, new Derivation.AgeInYears(name(Type.DATE, 0)), KINDS);
        for (int i = 0; i < DERIVED.size(); i++) {
            builder.derived(DERIVED.get(i), Type.BOOLEAN, new Derivation.When(condition(3, i)),
                    i % 2 == 0 ? KINDS : new Subject.Kind[] {Subject.Kind.VISITOR});
        }
        for (int i = 0; i < SERVICES; i++) {
            builder.service(service("s" + i).about(KINDS[random.nextInt(2)]).rule(condition(4, DERIVED.size())));
        }
        return builder.build();
    }

    private Condition condition(int depth, int derived) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return test(derived);
        }
        if (random.nextInt(4) == 0) {
            return new Condition.Not(condition(depth - 1, derived));
        }
        var parts = new ArrayList<Condition>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(condition(depth - 1, derived));
        }
        return random.nextBoolean() ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private Condition test(int derived) {
        if (derived > 0 && random.nextInt(4) == 0) {
            return new Condition.Test(DERIVED.get(random.nextInt(derived)), null, new Operator.Is(value(Type.BOOLEAN)));
        }
        var type = List.of(Type.BOOLEAN, Type.INTEGER, Type.CHOICE, Type.DATE).get(random.nextInt(4));
        if (random.nextInt(8) == 0) {
            return new Condition.Test("alder", null, operator(Type.INTEGER));
        }
        int number = random.nextInt(4);
        // The first fact of each type is of both kinds: there the kind may be forced.
        var about = number == 0 && random.nextInt(3) == 0 ? KINDS[random.nextInt(2)] : null;
        return new Condition.Test(name(type, number), about, operator(type));
    }

    private Operator operator(Type type) {
        int choice = random.nextInt(4);
        return switch (type) {
            case INTEGER -> switch (choice) {
                case 0 -> new Operator.AtLeast(new Amount.Fixed(random.nextInt(5)));
                case 1 -> new Operator.AtMost(new Amount.Fixed(random.nextInt(5)));
                default -> new Operator.OneOf(values(type));
            };
            case DATE -> switch (choice) {
                case 0 -> new Operator.Before(day().value());
                case 1 -> new Operator.After(day().value());
                default -> new Operator.Within(Period.ofMonths(random.nextInt(30)));
            };
            case CHOICE -> choice == 0 ? new Operator.OneOf(values(type)) : new Operator.Is(value(type));
            default -> new Operator.Is(value(type));
        };
    }

    private Set<FactValue> values(Type type) {
        var values = new HashSet<FactValue>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            values.add(value(type));
        }
        return values;
    }

    private FactValue value(Type type) {
        return switch (type) {
            case BOOLEAN -> new FactValue.Flag(random.nextBoolean());
            case INTEGER -> new FactValue.Whole(random.nextInt(5));
            case DATE -> day();
            default -> new FactValue.Choice("abc".substring(random.nextInt(3)));
        };
    }

    private FactValue.Day day() {
        return new FactValue.Day(TODAY.minusDays(random.nextInt(-400, 1500)));
    }

    private Situation situation() {
        var subjects = new TreeSet<>(Set.of(Subject.VISITOR));
        for (int child = random.nextInt(4); child > 0; child--) {
            subjects.add(Subject.child(child));
        }
        var facts = new HashMap<Subject, Map<String, FactValue>>();
        int asked = random.nextInt(2, 5);
        for (var subject : subjects) {
            var known = new HashMap<String, FactValue>();
            for (var fact : knowledge.facts().values()) {
                if (fact.of().contains(subject.kind()) && random.nextInt(asked) == 0
                        && !fact.id().equals("kommun") && (fact.derivation() == null || random.nextInt(6) == 0)) {
                    known.put(fact.id(), value(fact.type()));
                }
            }
            facts.put(subject, known);
        }
        return new Situation(TODAY, facts, subjects, List.copyOf(knowledge.services().keySet()), Set.of(), null);
    }

    private Map<Subject, Map<String, FactValue>> with(Set<FactKey> answered,
                                                      Map<Subject, Map<String, FactValue>> facts) {
        var all = new HashMap<Subject, Map<String, FactValue>>();
        facts.forEach((subject, known) -> all.put(subject, new HashMap<>(known)));
        for (var key : answered) {
            var value = value(knowledge.facts().get(key.fact()).type());
            assertThat(all.computeIfAbsent(key.subject(), _ -> new HashMap<>()).put(key.fact(), value)).isNull();
        }
        return all;
    }

    private static String name(Type type, int number) {
        return type.name().toLowerCase(Locale.ROOT) + number;
    }
}
