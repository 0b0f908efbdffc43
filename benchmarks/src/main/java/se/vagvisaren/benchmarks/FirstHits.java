package se.vagvisaren.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LocalText;

/// Compares how often the product's first hit is right with Lucene and PostgreSQL as they come.
final class FirstHits {

    private static final int HITS = 10;

    private final Settings settings;
    private final Path target;
    private final PrintStream out;

    /// @param target where PostgreSQL may be put
    FirstHits(Settings settings, Path target, PrintStream out) {
        this.settings = settings;
        this.target = target;
        this.out = out;
    }

    void run() {
        var knowledge = Content.of(Content.SHIPPED);
        var questions = LabelledQuestion.of(Path.of(settings.questions()), knowledge);
        var columns = new LinkedHashMap<String, Predicate<LabelledQuestion>>();
        LabelledQuestion.KINDS.forEach(kind -> columns.put(kind, question -> question.group().equals(kind)));
        columns.put(LocalText.SWEDISH, question -> question.language().equals(LocalText.SWEDISH));
        columns.put("other languages", question -> !question.language().equals(LocalText.SWEDISH));
        var comparison = compare(questions, knowledge, HITS);
        comparison.table("first hit right, %", columns, _ -> true).print(out);
        long fitted = questions.stream().filter(LabelledQuestion::fitted).count();
        if (fitted > 0 && fitted < questions.size()) {
            out.println("Only those that the product's weights were not fitted on:");
            comparison.table("first hit right, %", columns, question -> !question.fitted()).print(out);
        }
        if (settings.swefaq().isBlank()) {
            out.println("SweFAQ is left out: give the folder of its files with --swefaq <folder>.");
        } else {
            sweFaq(SweFaq.of(Path.of(settings.swefaq())));
        }
    }

    private void sweFaq(SweFaq faq) {
        var columns = new LinkedHashMap<String, Predicate<LabelledQuestion>>();
        faq.questions().stream().map(LabelledQuestion::group).distinct()
                .forEach(file -> columns.put(file, question -> question.group().equals(file)));
        compare(faq.questions(), faq.knowledge(), faq.knowledge().services().size())
                .table("SweFAQ, right answer chosen, %", columns, _ -> true).print(out);
    }

    private Comparison compare(List<LabelledQuestion> questions, KnowledgeBase knowledge, int most) {
        var retrievals = new ArrayList<Retrieval>();
        try {
            var documents = Document.of(knowledge);
            retrievals.add(new ProductRetrieval(knowledge));
            retrievals.add(new LuceneRetrieval(documents));
            try {
                retrievals.add(PostgresRetrieval.of(settings.postgres(), target.resolve("postgres"), documents));
            } catch (UsageException none) {
                out.println("PostgreSQL is left out. " + none.getMessage());
            }
            return new Comparison(questions, retrievals, most, Duration.ofSeconds(settings.quick() ? 2 : 15));
        } finally {
            retrievals.forEach(Retrieval::close);
        }
    }
}
