package se.vagvisaren.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import se.vagvisaren.engine.Guidance;
import se.vagvisaren.engine.GuidanceEngine;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.CompiledRules;
import se.vagvisaren.rules.Judgement;
import se.vagvisaren.rules.RuleCompiler;
import se.vagvisaren.rules.RuleEvaluator;
import se.vagvisaren.rules.Situation;

/// A whole request on the shipped content, from text to checklist, beside the part of it that the rules take.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EngineBenchmark {

    @Param("")
    public String questions;

    private final RuleEvaluator evaluator = new RuleEvaluator();
    private GuidanceEngine engine;
    private CompiledRules rules;
    private PlainRules plain;
    private List<GuidanceRequest> requests;
    private List<Situation> situations;
    private int next;

    /// @throws IllegalStateException when the limit does not judge as the product does
    @Setup
    public void prepare() {
        var knowledge = Content.of(Content.SHIPPED);
        engine = new GuidanceEngine(knowledge);
        rules = RuleCompiler.compile(knowledge);
        plain = new PlainRules(knowledge);
        requests = Questions.of(questions).stream().map(text -> GuidanceRequest.of(text, Content.DAY)).toList();
        situations = requests.stream().map(engine::guide).filter(guidance -> !guidance.judgements().isEmpty())
                .map(EngineBenchmark::situation).toList();
        situations.forEach(situation -> Agreement.check(evaluator.judge(rules, situation), plain.explain(situation)));
    }

    @Benchmark
    public Guidance guide() {
        return engine.guide(next(requests));
    }

    /// What the rules take of it, where there is something to judge.
    @Benchmark
    public Judgement rulesOfIt() {
        return evaluator.judge(rules, next(situations));
    }

    @Benchmark
    public List<PlainRules.Judged> plainWithReasons() {
        return plain.explain(next(situations));
    }

    @Benchmark
    public List<PlainRules.Judged> plain() {
        return plain.judge(next(situations));
    }

    @TearDown
    public void close() {
        engine.close();
    }

    private <T> T next(List<T> among) {
        next = next + 1 >= among.size() ? 0 : next + 1;
        return among.get(next);
    }

    /// What the engine had the rules judge for that answer.
    private static Situation situation(Guidance guidance) {
        var facts = guidance.asked().facts();
        var subjects = new TreeSet<Subject>(facts.keySet());
        subjects.add(Subject.VISITOR);
        var services = guidance.judgements().stream().map(judged -> judged.service().id()).distinct().toList();
        return new Situation(guidance.date(), facts, subjects, services, Set.of(), null);
    }
}
