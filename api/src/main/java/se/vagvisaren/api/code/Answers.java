package se.vagvisaren.api.code;

import java.util.Optional;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactTypes;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;

/// Reads answers as they are written over HTTP and in codes, and takes only what is possible.
public final class Answers {

    private final KnowledgeBase knowledge;
    private final FactTypes types;

    /// For the facts of a knowledge base.
    public Answers(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
        this.types = FactTypes.of(knowledge);
    }

    /// The value written; empty when the fact is not known or cannot have it.
    public Optional<FactValue> read(String fact, String written) {
        return types.value(fact, written).filter(value -> possible(knowledge.facts().get(fact), value, knowledge));
    }

    static boolean possible(FactDefinition fact, FactValue value, KnowledgeBase knowledge) {
        return switch (value) {
            case FactValue.Whole(long number) ->
                    (fact.min() == null || number >= fact.min()) && (fact.max() == null || number <= fact.max());
            case FactValue.Choice(String choice) when fact.type() == FactDefinition.Type.REGION ->
                    knowledge.places().regions().containsKey(choice);
            case FactValue.Choice _, FactValue.Flag _, FactValue.Day _ -> true;
        };
    }
}
