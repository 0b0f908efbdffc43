package se.vagvisaren.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The words that an index knows in one language, what each of them tells, and what an unknown word was probably meant
/// to be. Immutable.
final class Vocabulary {

    private static final int SHORTEST_CORRECTED = 5;
    private static final int SHORTEST_CORRECTED_TWICE = 8;
    private static final int SHORTEST_MODIFIER = 3;
    private static final int SHORTEST_HEAD = 4;
    /// How much surer a correction is of a longer word.
    private static final double DOUBT_PER_SLIP = 2.5;
    private static final double LEAST_OVERLAP = .55;
    /// So many letters are the same at the beginning of words that resemble each other.
    private static final int BEGINNING = 4;

    /// A stem with the places where it occurs.
    ///
    /// @param units       numbers of the units, ascending
    /// @param information how much it tells, from 0 for a word of all entities to 1 for a word of none
    record Term(String stem, int[] units, double information) {
    }

    /// A term that a word stands for.
    ///
    /// @param similarity 1 when the word says so itself, less when it was corrected or only resembles it
    record Meaning(Term term, double similarity) {

        /// How much it tells that the word stands for the term.
        double tells() {
            return similarity * term.information();
        }
    }

    /// What a word says.
    ///
    /// @param meanings    none for a word that is generic or unknown
    /// @param information how much the word tells; 0 for generic words, 1 for unknown ones
    /// @param spelling    the word as it is spelt in the index, folded
    /// @param known       whether the word belongs to the language as it is written
    record Understood(List<Meaning> meanings, double information, String spelling, boolean known) {
    }

    private final Language language;
    private final Map<String, Term> terms = new HashMap<>();
    /// Folded spelling to the spellings that occur.
    private final Map<String, Set<String>> spellings = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Set<String> placeNames;
    private final Set<String> genericFolded = new HashSet<>();
    private final Map<String, List<String>> byBeginning = new HashMap<>();
    private final Spelling spelling;

    /// @param units    all units; only those of the language are read
    /// @param placeNames names of places, folded, which are no topic
    Vocabulary(Language language, List<Unit> units, Set<String> placeNames) {
        this.language = language;
        this.placeNames = placeNames;
        language.generic().forEach(word -> genericFolded.add(Words.fold(word)));
        genericFolded.addAll(placeNames);
        var places = new HashMap<String, TreeSet<Integer>>();
        var entities = new HashMap<String, Set<Integer>>();
        var all = new HashSet<Integer>();
        for (int number = 0; number < units.size(); number++) {
            var unit = units.get(number);
            if (!unit.language().equals(language.tag())) {
                continue;
            }
            all.add(unit.entity());
            for (var word : Words.of(unit.text())) {
                if (!isGeneric(word.text())) {
                    var stem = stem(word.text());
                    places.computeIfAbsent(stem, _ -> new TreeSet<>()).add(number);
                    entities.computeIfAbsent(stem, _ -> new HashSet<>()).add(unit.entity());
                    var folded = Words.fold(word.text());
                    spellings.computeIfAbsent(folded, _ -> new HashSet<>()).add(word.text());
                    occurrences.merge(folded, 1, Integer::sum);
                }
            }
        }
        places.forEach((stem, numbers) -> terms.put(stem, new Term(stem, numbers.stream().mapToInt(n -> n).toArray(),
                information(entities.get(stem).size(), all.size()))));
        for (var folded : spellings.keySet()) {
            if (folded.length() >= BEGINNING) {
                byBeginning.computeIfAbsent(folded.substring(0, BEGINNING), _ -> new ArrayList<>()).add(folded);
            }
        }
        var corrections = new HashMap<>(occurrences);
        genericFolded.forEach(word -> corrections.merge(word, 1, Integer::sum));
        spelling = new Spelling(corrections);
    }

    /// BM25's inverse document frequency over entities, as a share of that of a word that occurs nowhere.
    private static double information(int withIt, int all) {
        return Math.log(1 + (all - withIt + .5) / (withIt + .5)) / Math.log(1 + (all + .5) / .5);
    }

    /// Whether a word of the content tells nothing about a topic.
    boolean isGeneric(String word) {
        return language.generic().contains(word) || word.length() == 1 || isNumber(word)
                || placeNames.contains(Words.fold(word));
    }

    /// The stem of a word that occurs in the index.
    String stem(String word) {
        return language.stem().apply(word);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /// Whether the index has the word just as it is written, or it is a generic one.
    boolean has(String word) {
        return language.generic().contains(word) || spellings.getOrDefault(Words.fold(word), Set.of()).contains(word);
    }

    /// Whether a word belongs to the language as it is written, inflected, or typed without diacritics: [#understand] then
    /// says so, without looking for what else may have been meant.
    boolean isKnown(String word) {
        var folded = Words.fold(word);
        return has(word) || terms.containsKey(stem(word)) || spellings.containsKey(folded) || genericFolded.contains(folded) || word.length() == 1
                || isNumber(word);
    }

    /// What a word says. The word as written beats any other reading; then the word with other diacritics, another
    /// inflection, a slip of the pen, its parts, another slip, and a resemblance.
    List<Understood> understand(String word) {
        var folded = Words.fold(word);
        if (language.generic().contains(word)) {
            return nothing(folded, true);
        }
        if (has(word)) {
            return List.of(meant(List.of(word), 1, true));
        }
        var stem = terms.get(stem(word));
        if (stem != null) {
            return List.of(new Understood(List.of(new Meaning(stem, 1)), stem.information(), folded, true));
        }
        if (spellings.containsKey(folded)) {
            return List.of(meant(spellings.get(folded), 1, true));
        }
        if (genericFolded.contains(folded) || word.length() == 1 || isNumber(word)) {
            return nothing(folded, true);
        }
        return corrected(folded, 1).or(() -> broken(folded)).or(() -> corrected(folded, 2)).or(() -> resembling(folded))
                .orElse(List.of(new Understood(List.of(), 1, folded, false)));
    }

    private static List<Understood> nothing(String folded, boolean known) {
        return List.of(new Understood(List.of(), 0, folded, known));
    }

    private Understood meant(Iterable<String> words, double similarity, boolean known) {
        var meanings = new ArrayList<Meaning>();
        double information = 1;
        String folded = "";
        for (var word : words) {
            var term = terms.get(stem(word));
            meanings.add(new Meaning(term, similarity));
            information = Math.min(information, term.information());
            folded = Words.fold(word);
        }
        return new Understood(meanings, similarity * information + 1 - similarity, folded, known);
    }

    private Optional<List<Understood>> corrected(String folded, int slips) {
        if (folded.length() < (slips == 1 ? SHORTEST_CORRECTED : SHORTEST_CORRECTED_TWICE)) {
            return Optional.empty();
        }
        return spelling.nearest(folded, slips).map(right -> spellings.containsKey(right)
                ? List.of(meant(spellings.get(right), 1 - DOUBT_PER_SLIP * slips / folded.length(), false))
                : nothing(right, false));
    }

    /// The two words of the index that a compound is made of.
    private Optional<List<Understood>> broken(String folded) {
        Optional<List<Understood>> best = Optional.empty();
        int most = 0;
        for (int at = SHORTEST_MODIFIER; at <= folded.length() - SHORTEST_HEAD; at++) {
            var head = folded.substring(at);
            var modifier = spellings.containsKey(head) ? modifier(folded.substring(0, at)) : Optional.<String>empty();
            if (modifier.isPresent()) {
                int rarer = Math.min(occurrences.get(head), occurrences.get(modifier.get()));
                if (rarer > most) {
                    most = rarer;
                    best = Optional.of(List.of(meant(spellings.get(modifier.get()), 1, false),
                            meant(spellings.get(head), 1, false)));
                }
            }
        }
        return best;
    }

    /// The first part of a compound as a word of its own: `barn`, `arbete` from `arbets`, `förskola` from `förskole`.
    private Optional<String> modifier(String part) {
        var without = part.substring(0, part.length() - 1);
        var forms = switch (part.charAt(part.length() - 1)) {
            case 's' -> List.of(part, without, without + "e");
            case 'e', 'o', 'u' -> List.of(part, without + "a", without, without + "e");
            default -> List.of(part, part + "a");
        };
        return forms.stream().filter(form -> form.length() >= SHORTEST_MODIFIER && spellings.containsKey(form))
                .findFirst();
    }

    /// The word of the index whose beginning is the same and whose 4-grams overlap most.
    private Optional<List<Understood>> resembling(String folded) {
        if (folded.length() < BEGINNING) {
            return Optional.empty();
        }
        var grams = new HashSet<>(Words.grams(folded));
        String best = null;
        double most = LEAST_OVERLAP;
        for (var word : byBeginning.getOrDefault(folded.substring(0, BEGINNING), List.of())) {
            double overlap = overlap(word, grams);
            if (overlap > most || overlap == most && (best == null || word.compareTo(best) > 0)) {
                best = word;
                most = overlap;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        var like = meant(spellings.get(best), most, false);
        return Optional.of(List.of(new Understood(like.meanings(), like.information(), folded, false)));
    }

    private static double overlap(String word, Set<String> grams) {
        var own = Words.grams(word);
        long shared = own.stream().distinct().filter(grams::contains).count();
        return 2.0 * shared / (grams.size() + own.size());
    }
}
