package se.vagvisaren.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.Places;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.knowledge.Validity;

class RetrievalTest {

    private static final KnowledgeBase KNOWLEDGE = new KnowledgeBase(
            Map.of("skatteverket", organisation("skatteverket", null), "kommunen", organisation("kommunen", null),
                    "malmo-stad", organisation("malmo-stad", "kommunen")),
            Map.of("flyttanmalan", service("flyttanmalan", "skatteverket", "Flyttanmälan", "jag har en ny adress"),
                    "forskola", service("forskola", "malmo-stad", "Förskola", "dottern behöver en plats på dagis"),
                    "parkering", service("parkering", "kommunen", "Parkeringstillstånd", "parkera bilen på gatan")),
            Map.of("flytta", event("flytta", "Flytta", new LifeEvent.Entry("flyttanmalan", LifeEvent.Show.ALWAYS),
                    new LifeEvent.Entry("parkering", LifeEvent.Show.RELATED))),
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(),
            new Places(Map.of(), Map.of(), Map.of(), Map.of()));

    @TempDir
    Path folder;

    @Test
    void a_service_is_right_when_its_authority_is_named() {
        assertThat(LabelledQuestion.right(KNOWLEDGE, Set.of("skatteverket"))).contains("flyttanmalan")
                .doesNotContain("forskola", "parkering");
    }

    @Test
    void a_service_is_right_when_the_role_that_its_authority_holds_is_named() {
        assertThat(LabelledQuestion.right(KNOWLEDGE, Set.of("kommunen"))).contains("forskola", "parkering")
                .doesNotContain("flyttanmalan");
    }

    @Test
    void a_life_event_is_right_only_for_what_it_always_shows() {
        assertThat(LabelledQuestion.right(KNOWLEDGE, Set.of("skatteverket"))).contains("flytta");
        assertThat(LabelledQuestion.right(KNOWLEDGE, Set.of("kommunen"))).doesNotContain("flytta");
    }

    @Test
    void only_the_first_hit_that_can_be_chosen_counts() {
        var any = new LabelledQuestion("", "sv", "", false, Set.of("b"), Set.of());
        assertThat(any.isAnsweredBy(List.of("b", "a"))).isTrue();
        assertThat(any.isAnsweredBy(List.of("a", "b"))).isFalse();
        assertThat(any.isAnsweredBy(List.of())).isFalse();
        var some = new LabelledQuestion("", "sv", "", false, Set.of("b"), Set.of("b", "c"));
        assertThat(some.isAnsweredBy(List.of("a", "b", "c"))).isTrue();
        assertThat(some.isAnsweredBy(List.of("a", "c", "b"))).isFalse();
    }

    @Test
    void questions_of_one_errand_are_asked_and_the_first_hits_counted() throws IOException {
        var questions = LabelledQuestion.of(file("questions.jsonl", """
                {"lang": "sv", "kind": "single", "half": "fit", "text": "Ny adress?", "authorities": ["skatteverket"]}
                {"lang": "sv", "kind": "newcomer", "text": "plats på dagis", "authorities": ["kommunen"]}
                {"lang": "sv", "kind": "newcomer", "text": "parkera bilen", "authorities": ["skatteverket"]}

                {"lang": "sv", "kind": "vague", "text": "hjälp", "authorities": []}
                """), KNOWLEDGE);
        assertThat(questions).extracting(LabelledQuestion::fitted).containsExactly(true, false, false);

        var columns = new LinkedHashMap<String, Predicate<LabelledQuestion>>();
        LabelledQuestion.KINDS.forEach(kind -> columns.put(kind, question -> question.group().equals(kind)));
        var printed = new ByteArrayOutputStream();
        try (var product = new ProductRetrieval(KNOWLEDGE);
             var lucene = new LuceneRetrieval(Document.of(KNOWLEDGE))) {
            new Comparison(questions, List.of(product, lucene), 3, Duration.ZERO).table("", columns, _ -> true)
                    .print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        }
        var lines = printed.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines.getFirst()).contains("single (1)", "newcomer (2)", "all (3)").doesNotContain("misspelt");
        assertThat(lines.get(2)).contains("100.0", "50.0", "66.7");
        assertThat(lines.get(3)).contains("100.0", "50.0", "66.7", "+0.0 (+0.0 to +0.0)");
    }

    @Test
    void an_answer_of_SweFAQ_that_stands_twice_is_one_service() throws IOException {
        file("test.jsonl", """
                {"question": "När kommer pengarna?", "candidate_answers": ["Den 20:e varje månad.", "Nej."], "label": 0}
                {"question": "Får jag arbeta?", "candidate_answers": ["Nej.", "Ja, du får arbeta."], "label": 1}
                """);
        var faq = SweFaq.of(folder);
        assertThat(faq.knowledge().services()).hasSize(3);
        assertThat(faq.questions()).extracting(LabelledQuestion::right)
                .containsExactly(Set.of("answer-1"), Set.of("answer-3"));
        try (var product = new ProductRetrieval(faq.knowledge())) {
            var question = faq.questions().getLast();
            assertThat(question.isAnsweredBy(product.find(question.text(), question.language(), 3))).isTrue();
        }
    }

    @Test
    void the_bootstrap_is_the_same_each_time_and_holds_the_mean() {
        var values = new int[] {1, 0, 0, -1, 1, 1, 0, 0, 0, 1};
        assertThat(Comparison.interval(values)).isEqualTo(Comparison.interval(values));
        assertThat(Comparison.interval(values)[0]).isLessThan(.3);
        assertThat(Comparison.interval(values)[1]).isGreaterThan(.3);
    }

    @Test
    void without_questions_there_is_nothing_to_compare() throws IOException {
        assertThatThrownBy(() -> Settings.of("retrieval")).isInstanceOf(UsageException.class);
        var none = file("none.jsonl", "{\"kind\": \"vague\", \"text\": \"hjälp\"}");
        assertThatThrownBy(() -> LabelledQuestion.of(none, KNOWLEDGE)).isInstanceOf(UsageException.class);
    }

    private Path file(String name, String lines) throws IOException {
        return Files.writeString(folder.resolve(name), lines);
    }

    private static PublicOrganisation organisation(String id, String role) {
        return new PublicOrganisation(id, LocalText.swedish(id), PublicOrganisation.Kind.OTHER, role, null, null,
                Map.of(), null, null, null, null, null);
    }

    private static PublicService service(String id, String authority, String name, String phrase) {
        return new PublicService(id, authority, PublicService.Audience.INDIVIDUAL, LocalText.swedish(name), Map.of(),
                LocalText.swedish(name), List.of(), Subject.Kind.VISITOR, true, Map.of("sv", List.of(phrase)),
                Validity.ALWAYS, List.of(), List.of(), List.of(), null, List.of(), null, null, null, List.of(),
                Map.of(), null);
    }

    private static LifeEvent event(String id, String name, LifeEvent.Entry... services) {
        return new LifeEvent(id, LocalText.swedish(name), PublicService.Audience.INDIVIDUAL, LocalText.swedish(name),
                Map.of(), Map.of(), List.of(services), Map.of(), null);
    }
}
