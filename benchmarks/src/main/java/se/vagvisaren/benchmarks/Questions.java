package se.vagvisaren.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.PublicService;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Texts to ask.
final class Questions {

    /// What people write: one errand, several, facts within, vague, foreign, out of scope and an emergency.
    static final List<String> SENTENCES = List.of(
            "Vi har fått barn och flyttat till Malmö",
            "Min man har dött, vi bor i Kiruna",
            "Jag har tappat mitt id-kort, var får jag ett nytt?",
            "Hur ansöker jag om bostadsbidrag? Jag är 24 år och bor i Umeå",
            "jag ska flyta till götebrog nästa månad vad måste jag göra",
            "Behöver personbevis till en arbetsgivare",
            "Vår dotter ska börja förskolan, och jag vill veta hur mycket barnbidraget är",
            "Jag har blivit uppsagd och behöver a-kassa",
            "Mamma är 82 och klarar sig inte själv hemma längre",
            "Vi ska skilja oss och har två barn",
            "Jag vill starta eget företag i Linköping",
            "Hur söker jag svenskt medborgarskap?",
            "Min son är sjuk, kan jag vara hemma från jobbet?",
            "Jag fyller 66 i år och funderar på att gå i pension",
            "Vi ska gifta oss i juni. Hur gör man en hindersprövning och kan vi byta efternamn samtidigt?",
            "Jag behöver hjälp med en blankett",
            "I have just moved to Sweden from Poland and need a personal identity number",
            "How do I apply for parental benefit?",
            "انتقلت إلى السويد وأحتاج إلى رقم شخصي",
            "Vad blir det för väder i morgon?",
            "Det brinner i huset, vad ska jag göra?",
            "Hej! Jag och min sambo bor i en hyreslägenhet i Växjö och väntar vårt första barn i februari. Jag är utan"
                    + " jobb sedan i somras och hon studerar på Linnéuniversitetet. Vi undrar vad vi har rätt till, om"
                    + " vi måste anmäla faderskap eftersom vi inte är gifta,"
                    + " och hur man gör för att få en större lägenhet.");

    private Questions() {
    }

    /// The built-in sentences, or those of a file when it is named: one question as JSON on each line, in its
    /// field `text`.
    ///
    /// @param file a path; blank for the built-in ones
    /// @throws UsageException when the file cannot be read or holds something else
    static List<String> of(String file) {
        if (file.isBlank()) {
            return SENTENCES;
        }
        try {
            var json = JsonMapper.shared();
            var texts = Files.readAllLines(Path.of(file)).stream().filter(line -> !line.isBlank())
                    .map(line -> json.readTree(line).path("text").asString(""))
                    .filter(text -> !text.isBlank()).toList();
            if (texts.isEmpty()) {
                throw new UsageException("The file has no question.");
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UsageException("The file of questions cannot be read.");
        } catch (JacksonException malformed) {
            throw new UsageException("The file should hold a question as JSON on every line,"
                    + " its words in the field 'text'.");
        }
    }

    /// Phrases of a knowledge base as people in a hurry write them: letters left out or swapped, no diacritics, a word
    /// less. Always the same for the same knowledge base.
    static List<String> altered(KnowledgeBase knowledge, int count) {
        var random = new Random(4711);
        var phrases = Stream.concat(knowledge.lifeEvents().values().stream().map(LifeEvent::phrases),
                        knowledge.services().values().stream().map(PublicService::phrases))
                .map(Map::entrySet).flatMap(Collection::stream)
                .filter(entry -> entry.getKey().equals(LocalText.SWEDISH))
                .flatMap(entry -> entry.getValue().stream()).toList();
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add(altered(phrases.get(random.nextInt(phrases.size())), random));
        }
        return texts;
    }

    private static String altered(String phrase, Random random) {
        int at = random.nextInt(phrase.length() - 1);
        return switch (random.nextInt(5)) {
            case 0 -> phrase.substring(0, at) + phrase.substring(at + 1);
            case 1 -> phrase.substring(0, at) + phrase.charAt(at + 1) + phrase.charAt(at) + phrase.substring(at + 2);
            case 2 -> Normalizer.normalize(phrase, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            case 3 -> phrase.contains(" ") ? phrase.substring(phrase.indexOf(' ') + 1) : phrase;
            default -> phrase;
        };
    }
}
