package se.vagvisaren.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.vagvisaren.knowledge.Places;
import se.vagvisaren.knowledge.ServiceOffice;
import se.vagvisaren.search.SearchHit.Span;

/// Finds the municipality that a text names: by its name, inflected or not, by a place within it, or by a postal code.
final class PlacesInText {

    /// A municipality and the words that name it.
    ///
    /// @param says the same with the words that say that one lives there
    record Named(String municipality, Span span, Span says) {
    }

    private static final Set<String> HERE = Set.of("i", "in", "på", "at", "inom", "vid", "bor", "kommun", "kommunen", "w", "у", "в", "في", "در");
    /// Words before a place that say no more than that one lives there.
    private static final Set<String> LIVES = Set.of("bor", "bo", "boende", "i", "in", "jag", "vi", "live", "lives", "living");
    private static final Set<String> LIVE = Set.of("bor", "lives");
    private static final Set<String> ONESELF = Set.of("jag", "vi", "i", "we", "själv");
    /// So many words may stand between "bor" and the place: "bor ensam kvar i".
    private static final int FARTHEST = 4;
    private static final Set<String> THERE = Set.of("till", "to", "åt", "إلى", "به", "до", "do");
    private static final Set<String> AWAY = Set.of("från", "from", "lämnar", "ur", "من", "از", "з", "із", "зі", "z", "ze");
    private static final Pattern POSTAL_CODE = Pattern.compile("(?<!\\d)(\\d{3}) ?(\\d{2})(?!\\d)");
    /// A shorter name is a name only with a capital letter: "i mark", "vara", "på berg" are ordinary words.
    private static final int SURELY_A_NAME = 6;

    private final Map<String, String> municipalityByName = new HashMap<>();
    private final Set<String> otherNames;
    private final Map<String, Places.PostalCode> postalCodes;
    private final int longest;

    /// @param offices give the names of the districts that they stand in
    PlacesInText(Places places, Collection<ServiceOffice> offices) {
        this.postalCodes = places.postalCodes();
        var localities = new HashMap<String, Set<String>>();
        postalCodes.values().forEach(code -> localities.computeIfAbsent(code.locality().toLowerCase(Locale.ROOT), _ -> new HashSet<>())
                .add(code.municipality()));
        localities.forEach((name, municipalities) -> {
            if (municipalities.size() == 1) {
                municipalityByName.put(name, municipalities.iterator().next());
            }
        });
        offices.forEach(office -> places.municipality(office.municipality()).ifPresent(municipality ->
                municipalityByName.putIfAbsent(office.place().replace(municipality.shortName() + " ", "").toLowerCase(Locale.ROOT), municipality.code())));
        places.municipalities().values().forEach(municipality ->
                municipalityByName.put(municipality.shortName().toLowerCase(Locale.ROOT), municipality.code()));
        places.otherNames().forEach(municipalityByName::putIfAbsent);
        this.otherNames = places.otherNames().keySet();
        this.longest = municipalityByName.keySet().stream().mapToInt(name -> name.split("[ -]").length).max().orElse(1);
    }

    /// The municipality that the text is about: where one goes before where one is, where somebody lives of whom the text
    /// tells before where its writer does, and never where one comes from.
    Optional<Named> find(Words words) {
        var codes = POSTAL_CODE.matcher(words.text());
        while (codes.find()) {
            var code = postalCodes.get(codes.group(1) + codes.group(2));
            if (code != null) {
                var span = new Span(codes.start(), codes.end());
                return Optional.of(new Named(code.municipality(), span, span));
            }
        }
        Named here = null;
        Named other = null;
        for (int at = 0; at < words.all().size(); at++) {
            var preposition = at == 0 ? "" : words.all().get(at - 1).lower();
            if (AWAY.contains(preposition)) {
                continue;
            }
            for (int length = Math.min(longest, words.all().size() - at); length > 0; length--) {
                var municipality = named(words.all().subList(at, at + length), preposition);
                if (municipality.isPresent()) {
                    var found = new Named(municipality.get(), new Span(words.all().get(at).start(), words.all().get(at + length - 1).end()),
                            new Span(start(words, at), words.all().get(at + length - 1).end()));
                    if (THERE.contains(preposition)) {
                        return Optional.of(found);
                    }
                    here = here == null ? found : here;
                    other = other == null && othersLive(words, at) ? found : other;
                    break;
                }
            }
        }
        return Optional.ofNullable(other == null ? here : other);
    }

    /// Whether the words before a place say that somebody else lives there: "mamma bor i", not "jag bor i".
    private static boolean othersLive(Words words, int place) {
        for (int at = place - 1; at >= 0 && place - at <= FARTHEST && words.all().get(at).sentence() == words.all().get(place).sentence(); at--) {
            if (LIVE.contains(words.all().get(at).lower())) {
                return words.all().subList(Math.max(0, at - 2), at + 1).stream().noneMatch(word -> ONESELF.contains(word.lower()));
            }
        }
        return false;
    }

    private static int start(Words words, int place) {
        int first = place;
        while (first > 0 && words.all().get(first - 1).sentence() == words.all().get(place).sentence() && LIVES.contains(words.all().get(first - 1).lower())) {
            first--;
        }
        boolean lives = words.all().subList(first, place).stream().anyMatch(word -> word.lower().startsWith("bo") || word.lower().startsWith("li"));
        return words.all().get(lives ? first : place).start();
    }

    private Optional<String> named(List<Words.Word> words, String preposition) {
        boolean placed = HERE.contains(preposition) || THERE.contains(preposition);
        boolean capital = words.getFirst().capital();
        var name = String.join(" ", words.stream().map(Words.Word::lower).toList());
        // Arabic has no capitals, and the endings of Finnish say what "i" says in Swedish.
        if (otherNames.contains(name) && (capital || !words.getFirst().plain())) {
            return Optional.of(municipalityByName.get(name));
        }
        if (words.size() == 1 && !placed && !capital) {
            return Optional.empty();
        }
        for (var candidate : basicForms(name)) {
            var municipality = byName(candidate);
            if (municipality != null && (capital && (placed || candidate.length() >= SURELY_A_NAME) || placed && candidate.length() >= SURELY_A_NAME
                    || placed && !isOrdinaryWord(candidate) || words.size() > 1 && capital)) {
                return Optional.of(municipality);
            }
        }
        return Optional.empty();
    }

    private String byName(String name) {
        var exact = municipalityByName.get(name);
        if (exact != null) {
            return exact;
        }
        if (name.chars().allMatch(each -> each < 128) && name.length() >= 4) {
            return foldedNames().get(name);
        }
        return null;
    }

    private Map<String, String> folded;

    private synchronized Map<String, String> foldedNames() {
        if (folded == null) {
            var names = new HashMap<String, String>();
            municipalityByName.forEach((name, code) -> names.putIfAbsent(Words.fold(name), code));
            folded = names;
        }
        return folded;
    }

    private static List<String> basicForms(String name) {
        var forms = new ArrayList<String>(List.of(name));
        for (var ending : List.of("s", "bo", "bor", "borna")) {
            if (name.length() > ending.length() + 2 && name.endsWith(ending)) {
                forms.add(name.substring(0, name.length() - ending.length()));
            }
        }
        return forms;
    }

    private static final Set<String> ORDINARY = Set.of("vara", "mark", "ale", "berg", "kil", "sala", "nora", "mora", "lund", "ed", "eda",
            "boden", "habo", "salem", "hammarö", "värnamo", "ljus", "ö", "by", "ås", "strand", "vik", "norra", "södra", "hult", "dal",
            "huset", "torp", "sund", "ön", "viken", "stan", "skog", "vall", "vi", "och", "hög", "näs", "bro", "hus", "port", "holm");

    private static boolean isOrdinaryWord(String name) {
        return ORDINARY.contains(name) || name.length() < 4;
    }
}
