package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Reads conditions and the values of facts.
final class ConditionReader {

    static final List<String> TESTS = List.of("is", "oneOf", "atLeast", "atMost", "before", "after", "within");
    /// Stands where a condition is written that cannot be read, so that nothing else is said to be missing there.
    private static final Condition UNREADABLE = new Condition.All(List.of());

    private final FactTypes types;
    private final Problems problems;

    ConditionReader(FactTypes types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    /// The condition, or null when there is none.
    Condition read(String file, ContentNode node) {
        return switch (node) {
            case null -> null;
            case ContentNode.Mapping mapping -> mapping(file, mapping);
            default -> {
                problems.error(new Position(file, node.line()), "Ett villkor ska ha fält",
                        "Skriv till exempel {fact: kommun, is: \"1280\"}, eller all:, any: eller not:.");
                yield UNREADABLE;
            }
        };
    }

    private Condition mapping(String file, ContentNode.Mapping mapping) {
        var fields = new Fields(file, mapping, Map.of(), problems);
        Condition condition;
        if (fields.has("all")) {
            condition = new Condition.All(parts(fields, "all"));
        } else if (fields.has("any")) {
            condition = new Condition.Any(parts(fields, "any"));
        } else if (fields.has("not")) {
            var inner = read(file, fields.raw("not"));
            condition = new Condition.Not(inner);
        } else if (fields.has("fact")) {
            condition = test(fields);
        } else {
            problems.error(fields.at(), "Villkoret säger inte vad som prövas", "Skriv all:, any:, not: eller fact:.");
            return UNREADABLE;
        }
        fields.nothingElse();
        return condition;
    }

    private List<Condition> parts(Fields fields, String key) {
        var parts = new ArrayList<Condition>();
        fields.sequence(key).forEach(part -> parts.add(read(fields.file, part)));
        if (parts.isEmpty() && fields.raw(key) instanceof ContentNode.Sequence) {
            problems.error(fields.at(key), "'" + key + "' är tomt", "Skriv minst ett villkor i listan.");
        }
        return parts;
    }

    private Condition test(Fields fields) {
        var fact = fields.string("fact");
        var type = types.type(fact).orElse(null);
        if (type == null) {
            problems.unknown(fields.at("fact"), IdKind.FACT, fact, types.ids());
        }
        Subject.Kind about = fields.has("about") ? fields.choice("about", Subject.Kind.class, null) : null;
        var tests = TESTS.stream().filter(fields::has).toList();
        if (tests.size() != 1) {
            problems.error(fields.at(), "Villkoret om '" + fact + "' ska ha precis en jämförelse",
                    "Skriv en av is, oneOf, atLeast, atMost, before, after, within.");
            TESTS.forEach(fields::raw);
            return UNREADABLE;
        }
        var operator = type == null ? null : operator(fields, fact, type, tests.getFirst());
        fields.raw(tests.getFirst());
        return operator == null ? UNREADABLE : new Condition.Test(fact, about, operator);
    }

    private Condition.Operator operator(Fields fields, String fact, FactDefinition.Type type, String test) {
        boolean fits = switch (test) {
            case "atLeast", "atMost" -> type == FactDefinition.Type.INTEGER;
            case "before", "after", "within" -> type == FactDefinition.Type.DATE;
            default -> type != FactDefinition.Type.DATE;
        };
        if (!fits) {
            problems.error(fields.at(test), "'" + test + "' passar inte uppgiften '" + fact + "'",
                    "En uppgift som är " + types.expected(fact) + " jämförs med "
                            + switch (type) {
                                case INTEGER -> "is, oneOf, atLeast eller atMost.";
                                case DATE -> "before, after eller within.";
                                default -> "is eller oneOf.";
                            });
            return null;
        }
        return switch (test) {
            case "is" -> {
                var written = fields.optionalString("is");
                var value = written == null ? null : value(fields.at("is"), fact, written);
                yield value == null ? null : new Condition.Operator.Is(value);
            }
            case "oneOf" -> {
                var values = new LinkedHashSet<FactValue>();
                fields.strings("oneOf").forEach(each -> {
                    var value = value(fields.at("oneOf"), fact, each);
                    if (value != null) {
                        values.add(value);
                    }
                });
                yield values.isEmpty() ? null : new Condition.Operator.OneOf(values);
            }
            case "atLeast" -> {
                var amount = amount(fields, "atLeast");
                yield amount == null ? null : new Condition.Operator.AtLeast(amount);
            }
            case "atMost" -> {
                var amount = amount(fields, "atMost");
                yield amount == null ? null : new Condition.Operator.AtMost(amount);
            }
            case "before" -> {
                LocalDate day = fields.date("before");
                yield day == null ? null : new Condition.Operator.Before(day);
            }
            case "after" -> {
                LocalDate day = fields.date("after");
                yield day == null ? null : new Condition.Operator.After(day);
            }
            default -> {
                Period period = fields.period("within");
                yield period == null ? null : new Condition.Operator.Within(period);
            }
        };
    }

    private Condition.Amount amount(Fields fields, String key) {
        if (fields.raw(key) instanceof ContentNode.Mapping) {
            var inner = fields.optionalChild(key);
            var parameter = inner.id("parameter", IdKind.AMOUNT);
            inner.nothingElse();
            return new Condition.Amount.OfParameter(parameter);
        }
        var number = fields.number(key);
        return number == null ? null : new Condition.Amount.Fixed(number);
    }

    boolean knows(String fact) {
        return types.type(fact).isPresent();
    }

    /// The value, or null with a problem.
    FactValue value(Position at, String fact, String written) {
        if (types.type(fact).isEmpty()) {
            problems.unknown(at, IdKind.FACT, fact, types.ids());
            return null;
        }
        var value = types.value(fact, written);
        boolean canTell = types.type(fact).get() != FactDefinition.Type.MUNICIPALITY
                || problems.complete(IdKind.MUNICIPALITY);
        if (value.isEmpty() && canTell) {
            problems.error(at, "'" + written + "' kan inte vara '" + fact + "'", "Skriv " + types.expected(fact) + ".");
        }
        return value.orElse(null);
    }

    /// Facts by subject, as in a case's `given`.
    Map<Subject, Map<String, FactValue>> given(Fields fields, String key) {
        var given = new LinkedHashMap<Subject, Map<String, FactValue>>();
        var child = fields.optionalChild(key);
        if (child == null) {
            return given;
        }
        for (var name : child.keys()) {
            var subject = Subject.parse(name);
            if (subject.isEmpty()) {
                problems.unknown(child.at(name), IdKind.SUBJECT, name,
                        List.of("visitor", "partner", "child/1", "child/2", "deceased", "helped", "company"));
                child.raw(name);
                continue;
            }
            var facts = child.optionalChild(name);
            if (facts == null) {
                continue;
            }
            var values = new LinkedHashMap<String, FactValue>();
            for (var fact : facts.keys()) {
                var written = facts.optionalString(fact);
                var value = written == null ? null : value(facts.at(fact), fact, written);
                if (value != null) {
                    values.put(fact, value);
                }
            }
            given.put(subject.get(), values);
        }
        return Collections.unmodifiableMap(given);
    }
}
