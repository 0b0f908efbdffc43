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
import org.openjdk.jmh.annotations.TearDown;
import se.vagvisaren.search.SearchHit;
import se.vagvisaren.search.ServiceIndex;

/// One search for what a text is about, phrases of the content, altered, or the questions of a file; and the suggestions
/// for its beginning.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SearchBenchmark {

    private static final int QUESTIONS = 500;
    private static final int HITS = 10;
    private static final int SUGGESTIONS = 8;
    private static final int LONGEST_BEGINNING = 8;

    @Param({"shipped", "10000", "100000"})
    public String content;

    @Param("")
    public String questions;

    private ServiceIndex index;
    private List<String> texts;
    private int next;

    @Setup
    public void prepare() {
        var knowledge = Content.of(content);
        index = ServiceIndex.of(knowledge);
        texts = questions.isBlank() ? Questions.altered(knowledge, QUESTIONS) : Questions.of(questions);
    }

    @Benchmark
    public List<SearchHit> search() {
        next = next + 1 == texts.size() ? 0 : next + 1;
        return index.search(texts.get(next), "sv", HITS);
    }

    /// What is suggested for the first two to eight letters of a text, misspelt or not.
    @Benchmark
    public List<SearchHit> suggest() {
        next = next + 1 == texts.size() ? 0 : next + 1;
        var text = texts.get(next);
        return index.suggest(text.substring(0, Math.min(text.length(), 2 + next % (LONGEST_BEGINNING - 1))), "sv", SUGGESTIONS);
    }

    @TearDown
    public void close() {
        index.close();
    }
}
