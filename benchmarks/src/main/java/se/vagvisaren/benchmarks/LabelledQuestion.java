package se.vagvisaren.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.PublicService;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A question of which it is known what it is about.
///
/// @param text     what was asked
/// @param language BCP 47 tag
/// @param group    the questions that it is counted with: its kind, or the file that it is from
/// @param fitted   whether the product's weights were fitted on it
/// @param right    ids of what it is about; any one of them is right
/// @param among    ids to choose from; empty for all
record LabelledQuestion(String text, String language, String group, boolean fitted, Set<String> right,
                        Set<String> among) {

    /// The kinds that have one errand, so that one hit can answer them.
    static final List<String> KINDS = List.of("single", "misspelt", "newcomer", "life-event");

    /// The questions of these kinds in a file, in its order.
    ///
    /// @param file one question as JSON on each line: `text`, `lang`, `kind`, `authorities`, and maybe `half`
    /// @throws UsageException when the file cannot be read or holds something else
    static List<LabelledQuestion> of(Path file, KnowledgeBase knowledge) {
        try {
            var questions = new ArrayList<LabelledQuestion>();
            for (var line : Files.readAllLines(file)) {
                var question = JsonMapper.shared().readTree(line.isBlank() ? "{}" : line);
                if (KINDS.contains(question.path("kind").asString(""))) {
                    var authorities = question.path("authorities").valueStream().map(JsonNode::asString)
                            .collect(Collectors.toSet());
                    questions.add(new LabelledQuestion(question.path("text").asString(),
                            question.path("lang").asString(), question.path("kind").asString(),
                            question.path("half").asString("").equals("fit"), right(knowledge, authorities), Set.of()));
                }
            }
            if (questions.isEmpty()) {
                throw new UsageException("The file has no question of the kinds " + String.join(", ", KINDS) + ".");
            }
            return questions;
        } catch (IOException unreadable) {
            throw new UsageException("The file of questions cannot be read.");
        } catch (JacksonException malformed) {
            throw new UsageException("The file should hold a question as JSON on every line, with 'text', 'lang',"
                    + " 'kind' and 'authorities'.");
        }
    }

    /// What leads to one of the authorities: their services, and the life events that always show one of these.
    ///
    /// @param authorities ids of organisations, or of roles that they hold
    static Set<String> right(KnowledgeBase knowledge, Set<String> authorities) {
        var right = new HashSet<String>();
        knowledge.services().values().stream().filter(service -> isOf(service, authorities, knowledge))
                .forEach(service -> right.add(service.id()));
        knowledge.lifeEvents().values().stream()
                .filter(event -> event.services().stream().anyMatch(entry ->
                        entry.show() == LifeEvent.Show.ALWAYS && right.contains(entry.service())))
                .map(LifeEvent::id).toList().forEach(right::add);
        return right;
    }

    private static boolean isOf(PublicService service, Set<String> authorities, KnowledgeBase knowledge) {
        var role = knowledge.organisations().get(service.authority()).role();
        return authorities.contains(service.authority()) || role != null && authorities.contains(role);
    }

    /// Whether the first of these that can be chosen is right.
    boolean isAnsweredBy(List<String> ids) {
        return ids.stream().filter(id -> among.isEmpty() || among.contains(id)).limit(1).anyMatch(right::contains);
    }
}
