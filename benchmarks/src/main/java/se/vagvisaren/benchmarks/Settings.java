package se.vagvisaren.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What the command line asks for.
///
/// @param suites    what to measure
/// @param quick     whether to measure for seconds only, to see that everything works
/// @param questions a file of questions in place of the built-in ones; blank for none
/// @param swefaq    the folder of SweFAQ; blank for none
/// @param postgres  JDBC address of a PostgreSQL database; blank to start one
record Settings(List<String> suites, boolean quick, String questions, String swefaq, String postgres) {

    static final String RETRIEVAL = "retrieval";

    private static final List<String> SUITES = List.of("rules", "search", "engine", "load");

    static final String USAGE = """
            java -jar benchmarks/target/benchmarks.jar [rules|search|engine|load|all] [--quick]\
             [--questions <file.jsonl>]
            java -jar benchmarks/target/benchmarks.jar retrieval --questions <file.jsonl> [--quick]\
             [--swefaq <folder>] [--postgres <JDBC address>]""";

    /// @throws UsageException for a word that means nothing
    static Settings of(String... words) {
        var suites = SUITES;
        var quick = false;
        var questions = "";
        var swefaq = "";
        var postgres = "";
        for (var at = Arrays.asList(words).iterator(); at.hasNext(); ) {
            var word = at.next();
            if (word.equals("--quick")) {
                quick = true;
            } else if (word.equals("--questions") && at.hasNext()) {
                questions = Path.of(at.next()).toAbsolutePath().toString();
            } else if (word.equals("--swefaq") && at.hasNext()) {
                swefaq = at.next();
            } else if (word.equals("--postgres") && at.hasNext()) {
                postgres = at.next();
            } else if (SUITES.contains(word) || word.equals(RETRIEVAL)) {
                suites = List.of(word);
            } else if (!word.equals("all")) {
                throw new UsageException("There is no '" + word + "'.");
            }
        }
        if (!questions.isEmpty()) {
            Questions.of(questions);
        } else if (suites.contains(RETRIEVAL)) {
            throw new UsageException("What to ask has to be said with --questions.");
        }
        return new Settings(suites, quick, questions, swefaq, postgres);
    }
}
