package se.vagvisaren.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.Places;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.knowledge.Validity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// SweFAQ of Superlim 2 (Språkbanken, CC BY 4.0): questions from the web pages of Swedish authorities; which of the
/// answers of the same page belongs to each?
///
/// @param knowledge each different answer as the summary of a service that has nothing else
/// @param questions grouped by file
record SweFaq(KnowledgeBase knowledge, List<LabelledQuestion> questions) {

    /// All files `*.jsonl` of the folder; each line has `question`, `candidate_answers` and in `label` the number of
    /// the right one, from 0.
    ///
    /// @throws UsageException when there is none, or it holds something else
    static SweFaq of(Path folder) {
        var ids = new LinkedHashMap<String, String>();
        var questions = new ArrayList<LabelledQuestion>();
        try (var inFolder = Files.list(folder)) {
            for (var file : inFolder.filter(each -> each.toString().endsWith(".jsonl")).sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        questions.add(question(JsonMapper.shared().readTree(line), file.getFileName().toString(), ids));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UsageException("The folder of SweFAQ cannot be read.");
        } catch (JacksonException | IndexOutOfBoundsException malformed) {
            throw new UsageException("The files of SweFAQ should hold an object on every line, with 'question',"
                    + " 'candidate_answers' and 'label'.");
        }
        if (questions.isEmpty()) {
            throw new UsageException("The folder of SweFAQ has no question in a file *.jsonl.");
        }
        return new SweFaq(knowledge(ids), questions);
    }

    private static LabelledQuestion question(JsonNode line, String file, Map<String, String> ids) {
        var candidates = line.path("candidate_answers").valueStream().map(JsonNode::asString)
                .map(answer -> ids.computeIfAbsent(answer, _ -> "answer-" + (ids.size() + 1))).toList();
        return new LabelledQuestion(line.path("question").asString(), LocalText.SWEDISH, file, false,
                Set.of(candidates.get(line.path("label").asInt())), Set.copyOf(candidates));
    }

    /// @param ids by answer
    private static KnowledgeBase knowledge(Map<String, String> ids) {
        var services = ids.entrySet().stream().map(answer -> service(answer.getValue(), answer.getKey()))
                .collect(Collectors.toMap(PublicService::id, service -> service, (one, _) -> one, LinkedHashMap::new));
        return new KnowledgeBase(Map.of(), services, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
                List.of(), List.of(), List.of(), new Places(Map.of(), Map.of(), Map.of(), Map.of()));
    }

    private static PublicService service(String id, String answer) {
        return new PublicService(id, "", PublicService.Audience.INDIVIDUAL, new LocalText(Map.of()), Map.of(),
                LocalText.swedish(answer), List.of(), Subject.Kind.VISITOR, true, Map.of(), Validity.ALWAYS, List.of(),
                List.of(), List.of(), null, List.of(), null, null, null, List.of(), Map.of(), null);
    }
}
