package se.vagvisaren.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.PublicService;

/// All that the product's index reads of a life event or a service in one language, as one text.
///
/// @param id       of the life event or the service
/// @param language BCP 47 tag; easy Swedish counts as Swedish, easy English as English
/// @param text     its name, everyday names, summary, papers and phrases
record Document(String id, String language, String text) {

    private static final String EASY = LocalText.EASY_SWEDISH.substring(LocalText.SWEDISH.length());

    /// One for each language of each life event and service.
    static List<Document> of(KnowledgeBase knowledge) {
        var documents = new ArrayList<Document>();
        knowledge.lifeEvents().values().forEach(event ->
                add(documents, event.id(), List.of(event.name(), event.summary()), List.of(event.phrases())));
        knowledge.services().values().forEach(service -> {
            var texts = new ArrayList<>(List.of(service.name(), service.summary()));
            service.steps().stream().flatMap(step -> step.evidence().stream()).map(PublicService.EvidenceUse::evidence)
                    .distinct().filter(knowledge.evidence()::containsKey)
                    .forEach(evidence -> texts.add(knowledge.evidence().get(evidence).name()));
            add(documents, service.id(), texts, List.of(service.everydayNames(), service.phrases()));
        });
        return documents;
    }

    private static void add(List<Document> documents, String id, List<LocalText> texts,
                            List<Map<String, List<String>>> lists) {
        var lines = new LinkedHashMap<String, List<String>>();
        texts.forEach(text -> text.byLanguage().forEach((language, words) ->
                lines.computeIfAbsent(plain(language), _ -> new ArrayList<>()).add(words)));
        lists.forEach(list -> list.forEach((language, words) ->
                lines.computeIfAbsent(plain(language), _ -> new ArrayList<>()).addAll(words)));
        lines.forEach((language, all) -> documents.add(new Document(id, language, String.join("\n", all))));
    }

    private static String plain(String language) {
        return language.endsWith(EASY) ? language.substring(0, language.length() - EASY.length()) : language;
    }
}
