package se.vagvisaren.api.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A question whose right authorities are known.
///
/// @param half        `fit` when weights and limits were fitted on it, `held` when they were not, or null
/// @param authorities those that have to be named; none for a vague question, `inget` where nobody can help
/// @param acceptable  those that may be named besides
/// @param targets     the life events and services on which the best answer rests; none where nobody has said so
/// @param kind        `single`, `multi`, `life-event`, `vague`, `out-of-scope`, `crisis` and others
record LabelledQuestion(String id, String half, String lang, String text, List<String> authorities, List<String> acceptable,
        List<String> targets, String kind) {

    private static final String SHIPPED = "/questions/visitor-questions.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    LabelledQuestion {
        authorities = authorities == null ? List.of() : authorities;
        acceptable = acceptable == null ? List.of() : acceptable;
        targets = targets == null ? List.of() : targets;
    }

    LabelledQuestion withText(String other) {
        return new LabelledQuestion(id, half, lang, other, authorities, acceptable, targets, kind);
    }

    /// Those that are shipped with the content.
    static List<LabelledQuestion> shipped() {
        try (var stream = LabelledQuestion.class.getResourceAsStream(SHIPPED)) {
            return parse("De egna frågorna", new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Those in a file, one as JSON on each line.
    ///
    /// @throws UsageException when it cannot be read, with the line that is wrong
    static List<LabelledQuestion> of(String file) {
        try {
            return parse(file, Files.readAllLines(Path.of(file)));
        } catch (IOException unreadable) {
            throw new UsageException("Filen går inte att läsa: " + file);
        }
    }

    private static List<LabelledQuestion> parse(String file, List<String> lines) {
        var questions = new ArrayList<LabelledQuestion>();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isBlank()) {
                try {
                    var question = JSON.readValue(line, LabelledQuestion.class);
                    if (question.text() == null || question.lang() == null || question.kind() == null) {
                        throw new UsageException(file + ":" + number + ": text, lang eller kind saknas. Skriv alla tre.");
                    }
                    questions.add(question);
                } catch (JacksonException malformed) {
                    throw new UsageException(file + ":" + number + ": raden är inte en fråga som JSON. Skriv {\"text\": …, \"lang\": …, \"kind\": …, \"authorities\": […]}.");
                }
            }
        }
        return questions;
    }
}
