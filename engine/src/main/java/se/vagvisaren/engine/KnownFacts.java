package se.vagvisaren.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.vagvisaren.engine.Guidance.Origin;
import se.vagvisaren.engine.Guidance.UnderstoodFact;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.FactKey;

/// What is known in one request, each fact with where it is known from and how it reads.
final class KnownFacts {

    /// The fact that says where the visitor lives.
    static final String MUNICIPALITY = "kommun";

    private final KnowledgeBase knowledge;
    private final Map<Subject, Map<String, FactValue>> facts;
    private final Map<FactKey, FactsInText.Stated> fromText;
    private final Map<Subject, Map<String, FactValue>> given;
    private final Map<FactKey, FactValue> derived;

    KnownFacts(KnowledgeBase knowledge, Map<Subject, Map<String, FactValue>> facts, Map<FactKey, FactsInText.Stated> fromText,
               Map<Subject, Map<String, FactValue>> given, Map<FactKey, FactValue> derived) {
        this.knowledge = knowledge;
        this.facts = facts;
        this.fromText = fromText;
        this.given = given;
        this.derived = derived;
    }

    Optional<FactValue> value(FactKey key) {
        var value = facts.getOrDefault(key.subject(), Map.of()).get(key.fact());
        return Optional.ofNullable(value != null ? value : derived.get(key));
    }

    /// The key under which a fact is looked up for somebody: theirs where it can be, otherwise the visitor's.
    FactKey keyFor(Subject subject, String fact) {
        return new FactKey(knowledge.facts().get(fact).of().contains(subject.kind()) ? subject : Subject.VISITOR, fact);
    }

    /// How a fact's value reads as a reason.
    LocalText sentence(FactKey key, FactValue value) {
        var definition = knowledge.facts().get(key.fact());
        return definition.type() == FactDefinition.Type.BOOLEAN ? label(definition, value)
                : Messages.text("value", definition.label(), label(definition, value));
    }

    /// How a fact's value reads.
    LocalText label(FactDefinition definition, FactValue value) {
        return switch (value) {
            case FactValue.Flag flag -> flag.value() ? definition.yes() : definition.no();
            case FactValue.Whole whole -> LocalText.swedish(Long.toString(whole.value()));
            case FactValue.Day day -> LocalText.swedish(day.value().toString());
            case FactValue.Choice choice -> switch (definition.type()) {
                case MUNICIPALITY -> LocalText.swedish(knowledge.places().municipality(choice.value()).orElseThrow().shortName());
                case REGION -> LocalText.swedish(knowledge.places().regions().get(choice.value()).name());
                default -> definition.option(choice.value()).label();
            };
        };
    }

    List<UnderstoodFact> all() {
        var all = new ArrayList<UnderstoodFact>();
        facts.forEach((subject, known) -> known.forEach((fact, value) -> {
            var key = new FactKey(subject, fact);
            var stated = fromText.get(key);
            boolean isGiven = given.getOrDefault(subject, Map.of()).containsKey(fact);
            all.add(understood(key, value, isGiven ? Origin.GIVEN : stated != null ? Origin.TEXT : Origin.DERIVED, isGiven ? null : stated));
        }));
        derived.forEach((key, value) -> {
            if (!facts.getOrDefault(key.subject(), Map.of()).containsKey(key.fact())) {
                all.add(understood(key, value, Origin.DERIVED, null));
            }
        });
        return all;
    }

    private UnderstoodFact understood(FactKey key, FactValue value, Origin origin, FactsInText.Stated stated) {
        var definition = knowledge.facts().get(key.fact());
        return new UnderstoodFact(key, definition, value, label(definition, value), origin, stated == null ? List.of() : stated.spans());
    }
}
