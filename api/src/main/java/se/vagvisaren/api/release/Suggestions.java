package se.vagvisaren.api.release;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.search.SearchHit;

/// Suggests life events and services while somebody types.
@Component
public final class Suggestions {

    private static final int MOST = 8;
    /// What is longer than this may be a visitor's own sentence: it is answered and not kept.
    private static final int LONGEST_KEPT = 12;
    /// What is longer than this is nobody's beginning of a name.
    private static final int LONGEST = 80;
    private static final int MOST_KEPT = 5_000;

    private record Beginning(String release, String language, String letters) {
    }

    private final ReleaseStore store;
    private final Cache<Beginning, List<Suggestion>> kept = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Suggestions(ReleaseStore store) {
        this.store = store;
    }

    /// The life events and services that begin like this, the best first.
    ///
    /// @param language one of the languages offered
    public List<Suggestion> of(String beginning, String language) {
        var letters = beginning.strip().toLowerCase(Locale.ROOT);
        if (letters.isEmpty() || letters.length() > LONGEST) {
            return List.of();
        }
        return letters.length() > LONGEST_KEPT || letters.chars().anyMatch(Character::isDigit) ? find(letters, language)
                : kept.get(new Beginning(store.running().id(), language, letters), _ -> find(letters, language));
    }

    private List<Suggestion> find(String letters, String language) {
        return store.on(store.today(), (_, engine) -> engine.search().suggest(letters, language, MOST).stream()
                .map(hit -> suggestion(hit, engine.knowledge(), language)).toList());
    }

    private static Suggestion suggestion(SearchHit hit, KnowledgeBase knowledge, String language) {
        return switch (hit.kind()) {
            case LIFE_EVENT -> new Suggestion("life-event", hit.id(),
                    knowledge.lifeEvents().get(hit.id()).name().in(language));
            case SERVICE -> new Suggestion("service", hit.id(), knowledge.services().get(hit.id()).name().in(language));
        };
    }
}
