package se.vagvisaren.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What the command line asks for.
///
/// @param suites    what to measure
/// @param quick     whether to measure for seconds only, to see that everything works
/// @param questions a file of questions in place of the built-in ones; blank for none
record Settings(List<String> suites, boolean quick, String questions) {

    private static final List<String> SUITES = List.of("rules", "search", "engine", "load");

    static final String USAGE = """
            java -jar benchmarks/target/benchmarks.jar [rules|search|engine|load|all] [--quick]\
             [--questions <file.jsonl>]""";

    /// @throws UsageException for a word that means nothing
    static Settings of(String... words) {
        var suites = SUITES;
        var quick = false;
        var questions = "";
        for (var at = Arrays.asList(words).iterator(); at.hasNext(); ) {
            var word = at.next();
            if (word.equals("--quick")) {
                quick = true;
            } else if (word.equals("--questions") && at.hasNext()) {
                questions = Path.of(at.next()).toAbsolutePath().toString();
            } else if (SUITES.contains(word)) {
                suites = List.of(word);
            } else if (!word.equals("all")) {
                throw new UsageException("There is no '" + word + "'.");
            }
        }
        if (!questions.isEmpty()) {
            Questions.of(questions);
        }
        return new Settings(suites, quick, questions);
    }
}
