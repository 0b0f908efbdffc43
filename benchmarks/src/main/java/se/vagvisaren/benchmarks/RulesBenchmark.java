package se.vagvisaren.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import se.vagvisaren.rules.CompiledRules;
import se.vagvisaren.rules.Judgement;
import se.vagvisaren.rules.RuleCompiler;
import se.vagvisaren.rules.RuleEvaluator;
import se.vagvisaren.rules.Situation;

/// The rules of one request: a life event's whole list, with some twenty facts known.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RulesBenchmark {

    @Param({"shipped", "10000", "100000"})
    public String content;

    private final RuleEvaluator evaluator = new RuleEvaluator();
    private final RuleEvaluator withoutPolicies = new RuleEvaluator(List.of());
    private CompiledRules rules;
    private PlainRules plain;
    private List<Situation> situations;
    private int next;

    /// @throws IllegalStateException when the limit does not judge as the product does
    @Setup
    public void prepare() {
        var knowledge = Content.of(content);
        rules = RuleCompiler.compile(knowledge);
        plain = new PlainRules(knowledge);
        situations = Situations.of(knowledge);
        situations.forEach(situation -> Agreement.check(evaluator.judge(rules, situation), plain.explain(situation)));
    }

    @Benchmark
    public Judgement product() {
        return evaluator.judge(rules, situation());
    }

    /// The conditions with their reasons and nothing that follows from them: as much as [#plainWithReasons()] does.
    @Benchmark
    public Judgement conditions() {
        return withoutPolicies.judge(rules, situation());
    }

    @Benchmark
    public List<PlainRules.Judged> plainWithReasons() {
        return plain.explain(situation());
    }

    @Benchmark
    public List<PlainRules.Judged> plain() {
        return plain.judge(situation());
    }

    private Situation situation() {
        next = next + 1 == situations.size() ? 0 : next + 1;
        return situations.get(next);
    }
}
