package se.vagvisaren.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.rules.Outcome;
import se.vagvisaren.rules.RuleCompiler;
import se.vagvisaren.rules.RuleEvaluator;

class PlainRulesTest {

    private static final KnowledgeBase SHIPPED = Content.of(Content.SHIPPED);

    @Test
    void the_limit_judges_generated_rules_as_the_product_does() {
        var knowledge = new GeneratedKnowledge(SHIPPED).of(400);
        var rules = RuleCompiler.compile(knowledge);
        var plain = new PlainRules(knowledge);
        var evaluator = new RuleEvaluator();
        var outcomes = new HashSet<Outcome>();
        for (var situation : Situations.of(knowledge)) {
            var explained = plain.explain(situation);
            assertThatCode(() -> Agreement.check(evaluator.judge(rules, situation), explained))
                    .doesNotThrowAnyException();
            assertThat(plain.judge(situation)).extracting(PlainRules.Judged::outcome)
                    .isEqualTo(explained.stream().map(PlainRules.Judged::outcome).toList());
            explained.forEach(judged -> outcomes.add(judged.outcome()));
        }
        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
    }

    @Test
    void the_same_size_gives_the_same_services_and_situations() {
        var one = new GeneratedKnowledge(SHIPPED).of(80);
        var other = new GeneratedKnowledge(SHIPPED).of(80);
        assertThat(one.services()).isEqualTo(other.services());
        assertThat(Situations.of(one)).isEqualTo(Situations.of(other));
    }
}
