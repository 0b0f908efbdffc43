package se.vagvisaren.api.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LocalText;

/// Which of the languages that the content has a reader gets.
public final class Languages {

    private Languages() {
    }

    /// The languages in which something in the content can be read, Swedish and easy Swedish among them.
    public static SortedSet<String> offered(KnowledgeBase knowledge) {
        var offered = new TreeSet<>(List.of(LocalText.SWEDISH, LocalText.EASY_SWEDISH));
        Stream.concat(knowledge.services().values().stream().map(service -> service.languages().keySet()),
                knowledge.lifeEvents().values().stream().map(event -> event.languages().keySet()))
                .forEach(offered::addAll);
        return offered;
    }

    /// The offered language for a BCP 47 tag: itself, or its language without region; Swedish when neither is offered.
    public static String choose(String tag, SortedSet<String> offered) {
        return match(tag, offered).orElse(LocalText.SWEDISH);
    }

    /// The offered language that fits an `Accept-Language` header best, Swedish when none does or there is no header.
    public static String negotiate(String header, SortedSet<String> offered) {
        if (header == null || header.length() > 500) {
            return LocalText.SWEDISH;
        }
        var wanted = new ArrayList<Locale.LanguageRange>();
        try {
            wanted.addAll(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException malformed) {
            return LocalText.SWEDISH;
        }
        return wanted.stream().flatMap(range -> match(range.getRange(), offered).stream()).findFirst()
                .orElse(LocalText.SWEDISH);
    }

    private static Optional<String> match(String tag, SortedSet<String> offered) {
        var plain = Locale.forLanguageTag(tag).getLanguage();
        return Stream.concat(offered.stream().filter(each -> each.equalsIgnoreCase(tag)),
                offered.stream().filter(each -> each.equals(plain))).findFirst();
    }
}
