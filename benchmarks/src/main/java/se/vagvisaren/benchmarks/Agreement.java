package se.vagvisaren.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.Judgement;

/// A limit that judges something else would be none: compares both answers.
final class Agreement {

    private record Key(String service, Subject subject) {
    }

    private Agreement() {
    }

    /// @param product  how the rules judged a situation
    /// @param explained how plain Java judged the same, with reasons
    /// @throws IllegalStateException naming the first service that is judged in another way
    static void check(Judgement product, List<PlainRules.Judged> explained) {
        Map<Key, Judgement.OfService> byKey = new HashMap<>();
        product.services().forEach(judged -> byKey.put(new Key(judged.service().id(), judged.subject()), judged));
        for (var plain : explained) {
            var judged = byKey.get(new Key(plain.service().id(), plain.subject()));
            if (judged == null || !judged.requirements().stream().map(Judgement.OfRequirement::evaluation).toList()
                    .equals(plain.reasons())) {
                throw new IllegalStateException("Plain Java and the rules do not judge " + plain.service().id()
                        + " for " + plain.subject() + " alike");
            }
        }
    }
}
