package se.vagvisaren.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import se.vagvisaren.knowledge.Crisis;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.Places;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.knowledge.Validity;

/// Small knowledge bases to search, and given ones with some of their content changed.
final class FixtureKnowledge {

    /// Says what the phrases of a life event or service in one language are to be.
    interface Phrases {
        List<String> of(String id, String language, List<String> phrases);
    }

    private final Map<String, LifeEvent> events = new LinkedHashMap<>();
    private final Map<String, PublicService> services = new LinkedHashMap<>();

    private FixtureKnowledge() {
    }

    /// A country with two life events and nine services.
    static KnowledgeBase country() {
        var country = new FixtureKnowledge();
        country.event("fa-barn",
                texts("Få barn", "en", "Having a child"),
                texts("Det här behöver du göra när du har fått barn.", "en", "What to do when you have had a child."),
                Map.of("sv", List.of("vi har fått barn", "vår son är nyfödd", "jag har blivit mamma"),
                        "en", List.of("we just had a baby", "our daughter was born last week"),
                        "ar", List.of("رزقنا بطفل جديد", "ولدت ابنتي")));
        country.event("dodsfall",
                texts("När någon dör", "en", "When somebody dies"),
                texts("Det här behöver du göra när en närstående har dött.", "en", "What to do after a death."),
                Map.of("sv", List.of("min man dog förra veckan", "mamma har gått bort", "min pappa är död"),
                        "en", List.of("my husband died", "my mother passed away")));
        country.service("barnbidrag",
                texts("Barnbidrag", "en", "Child allowance"),
                List.of("pengar över för barnet", "flerbarnstillägg"),
                texts("Du får barnbidrag varje månad tills barnet är 16 år."),
                Map.of("sv", List.of("när kommer barnbidraget", "får vi mer bidrag för tre ungar"),
                        "en", List.of("monthly money for our children")));
        country.service("foraldrapenning",
                texts("Föräldrapenning", "en", "Parental benefit"),
                List.of("mammapeng", "föräldradagar", "pengar till föräldrar"),
                texts("Du får ersättning när du är hemma med ditt barn."),
                Map.of("sv", List.of("vara hemma med bebisen och få betalt", "hur många föräldradagar har vi"),
                        "en", List.of("get paid while staying home with the baby")));
        country.service("forskola-plats",
                texts("Plats i förskola", "en", "Preschool place"),
                List.of("dagis", "förskoleplats"),
                texts("Ditt barn kan få plats i förskola från ett års ålder."),
                Map.of("sv", List.of("ställa barnet i kö till dagis", "dottern behöver barnomsorg när jag jobbar"),
                        "en", List.of("queue for daycare"),
                        "ar", List.of("أريد مكانا في الروضة لطفلي")));
        country.service("bouppteckning",
                texts("Bouppteckning", "en", "Estate inventory"),
                List.of("lista över arvet"),
                texts("En bouppteckning visar vad den döde ägde och var skyldig."),
                Map.of("sv", List.of("gå igenom pappas tillgångar och skulder", "vem gör bouppteckningen"),
                        "en", List.of("what did he own and owe when he died")));
        country.service("begravning",
                texts("Begravning", "en", "Funeral"),
                List.of("kremering", "gravsättning"),
                texts("Gravsättningen ska ske inom en månad."),
                Map.of("sv", List.of("vi vill begrava farmor", "hur länge får man vänta med kistan"),
                        "en", List.of("bury my father")));
        country.service("flyttanmalan",
                texts("Flyttanmälan", "en", "Report a move"),
                List.of("adressändring", "ny adress"),
                texts("När du har flyttat ska du anmäla din nya adress."),
                Map.of("sv", List.of("jag har flyttat till en ny lägenhet", "skriva mig på nya adressen"),
                        "en", List.of("I moved to a new apartment", "change my address")));
        country.service("akassa",
                texts("Ersättning från a-kassan"),
                List.of("a-kassa", "arbetslöshetsersättning", "pengar åt arbetslösa"),
                texts("Du kan få ersättning när du är arbetslös."),
                Map.of("sv", List.of("jag har blivit uppsagd från fabriken", "stämpla")));
        country.service("djurhallning",
                texts("Anmäla får och getter"),
                List.of("fårskötsel"),
                texts("Du som har får eller getter ska anmäla djuren."),
                Map.of("sv", List.of("vi har köpt tre lamm")));
        country.service("umgange",
                texts("Umgänge med far eller mor"),
                List.of("far och barn"),
                texts("Barnet har rätt att träffa sin far och sin mor."),
                Map.of("sv", List.of("barnets far vill träffa det oftare")));
        return country.build();
    }

    /// A text in Swedish and, in turn, other languages and its text in them.
    private static LocalText texts(String swedish, String... others) {
        var texts = new LinkedHashMap<>(Map.of("sv", swedish));
        for (int at = 0; at < others.length; at += 2) {
            texts.put(others[at], others[at + 1]);
        }
        return new LocalText(texts);
    }

    private void event(String id, LocalText name, LocalText summary, Map<String, List<String>> phrases) {
        events.put(id, new LifeEvent(id, name, PublicService.Audience.INDIVIDUAL, summary, phrases, Map.of(), List.of(),
                Map.of(), null));
    }

    private void service(String id, LocalText name, List<String> everydayNames, LocalText summary,
                         Map<String, List<String>> phrases) {
        services.put(id, new PublicService(id, "skatteverket", PublicService.Audience.INDIVIDUAL, name,
                Map.of("sv", everydayNames), summary, List.of(), Subject.Kind.VISITOR, true, phrases, Validity.ALWAYS,
                List.of(), List.of(), List.of(), null, List.of(), null, null, null, List.of(), Map.of(), null));
    }

    private KnowledgeBase build() {
        var malmo = new Places.Municipality("1280", "Malmö kommun", "Malmö", "12", "region-skane");
        return new KnowledgeBase(Map.of(), services, events, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
                List.of(), List.of(), List.of(), new Places(Map.of("1280", malmo), Map.of(), Map.of(), Map.of()));
    }

    static KnowledgeBase withPhrases(KnowledgeBase knowledge, Phrases change) {
        var events = new LinkedHashMap<String, LifeEvent>();
        knowledge.lifeEvents().values().forEach(event -> events.put(event.id(), new LifeEvent(event.id(), event.name(),
                event.audience(), event.summary(), changed(event.id(), event.phrases(), change), event.states(),
                event.services(), event.languages(), event.at())));
        var services = new LinkedHashMap<String, PublicService>();
        knowledge.services().values().forEach(it -> services.put(it.id(), new PublicService(it.id(), it.authority(),
                it.audience(), it.name(), it.everydayNames(), it.summary(), it.lifeEvents(), it.about(), it.everyone(),
                changed(it.id(), it.phrases(), change), it.validity(), it.replaces(), it.requirements(), it.steps(),
                it.facts(), it.misdirections(), it.source(), it.reviewed(), it.nextReview(), it.cases(), it.languages(),
                it.at())));
        var crises = knowledge.crises().stream().map(it -> new Crisis(it.id(), it.text(), it.contact(), it.also(),
                changed(it.id(), it.phrases(), change), it.triggers(), it.except(), it.at())).toList();
        return with(knowledge, services, events, crises);
    }

    private static Map<String, List<String>> changed(String id, Map<String, List<String>> phrases, Phrases change) {
        var changed = new LinkedHashMap<String, List<String>>();
        phrases.forEach((language, all) -> changed.put(language, change.of(id, language, all)));
        return changed;
    }

    static KnowledgeBase without(KnowledgeBase knowledge, Set<String> ids) {
        var services = new LinkedHashMap<>(knowledge.services());
        services.keySet().removeAll(ids);
        var events = new LinkedHashMap<>(knowledge.lifeEvents());
        events.keySet().removeAll(ids);
        return with(knowledge, services, events, knowledge.crises());
    }

    private static KnowledgeBase with(KnowledgeBase knowledge, Map<String, PublicService> services,
                                      Map<String, LifeEvent> events, List<Crisis> crises) {
        return new KnowledgeBase(knowledge.organisations(), services, events, knowledge.facts(), knowledge.evidence(),
                knowledge.parameters(), knowledge.localLayers(), knowledge.offices(), knowledge.serviceLevels(),
                crises, knowledge.factPatterns(), knowledge.places());
    }
}
