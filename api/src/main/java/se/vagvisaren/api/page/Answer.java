package se.vagvisaren.api.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactTypes;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.Subject;

/// Changes one answer of a question and keeps the rest.
final class Answer {

    /// A fact of somebody as the page's forms name it: `child/1.har-namn`.
    record Key(Subject subject, FactDefinition fact) {

        static Optional<Key> parse(String written, KnowledgeBase knowledge) {
            int dot = written == null ? -1 : written.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            var fact = knowledge.facts().get(written.substring(dot + 1));
            return fact == null ? Optional.empty()
                    : Subject.parse(written.substring(0, dot)).filter(subject -> fact.of().contains(subject.kind()))
                            .map(subject -> new Key(subject, fact));
        }

        @Override
        public String toString() {
            return subject + "." + fact.id();
        }
    }

    private Answer() {
    }

    /// The question with this answer, if the fact can have that value.
    static Optional<GuidanceRequest> with(GuidanceRequest request, Key key, String written, KnowledgeBase knowledge) {
        return value(key.fact(), written == null ? "" : written.strip(), knowledge).filter(value ->
                !(value instanceof FactValue.Day(var day)) || key.fact().canBe(day, request.date())).map(value -> {
            var facts = facts(request);
            facts.computeIfAbsent(key.subject(), _ -> new LinkedHashMap<>()).put(key.fact().id(), value);
            return changed(request, facts, unknownWithout(request, key));
        });
    }

    /// The question with "I don't know" as the answer.
    static GuidanceRequest unknown(GuidanceRequest request, Key key) {
        var unknown = unknownWithout(request, key);
        unknown.computeIfAbsent(key.subject(), _ -> new TreeSet<>()).add(key.fact().id());
        return changed(request, without(request, key), unknown);
    }

    /// The question as it was before this was answered.
    static GuidanceRequest removed(GuidanceRequest request, Key key) {
        return changed(request, without(request, key), unknownWithout(request, key));
    }

    private static Optional<FactValue> value(FactDefinition fact, String written, KnowledgeBase knowledge) {
        if (fact.type() == FactDefinition.Type.MUNICIPALITY) {
            return knowledge.places().municipalities().values().stream()
                    .filter(each -> each.code().equals(written) || each.shortName().equalsIgnoreCase(written) || each.name().equalsIgnoreCase(written))
                    .findFirst().map(each -> new FactValue.Choice(each.code()));
        }
        return FactTypes.of(knowledge).value(fact.id(), written)
                .filter(value -> !(value instanceof FactValue.Whole whole)
                        || (fact.min() == null || whole.value() >= fact.min()) && (fact.max() == null || whole.value() <= fact.max()));
    }

    private static Map<Subject, Map<String, FactValue>> facts(GuidanceRequest request) {
        var facts = new TreeMap<Subject, Map<String, FactValue>>();
        request.facts().forEach((subject, known) -> facts.put(subject, new LinkedHashMap<>(known)));
        return facts;
    }

    private static Map<Subject, Map<String, FactValue>> without(GuidanceRequest request, Key key) {
        var facts = facts(request);
        facts.getOrDefault(key.subject(), new LinkedHashMap<>()).remove(key.fact().id());
        return facts;
    }

    private static Map<Subject, Set<String>> unknownWithout(GuidanceRequest request, Key key) {
        var unknown = new TreeMap<Subject, Set<String>>();
        request.unknownFacts().forEach((subject, facts) -> unknown.put(subject, new TreeSet<>(facts)));
        unknown.getOrDefault(key.subject(), new TreeSet<>()).remove(key.fact().id());
        return unknown;
    }

    private static GuidanceRequest changed(GuidanceRequest request, Map<Subject, Map<String, FactValue>> facts, Map<Subject, Set<String>> unknown) {
        return new GuidanceRequest(request.text(), request.language(), request.lifeEvents(), request.services(), facts, unknown,
                request.office(), request.date(), request.audience());
    }
}
