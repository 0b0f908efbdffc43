package se.vagvisaren.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the known word that a misspelt one was probably meant to be: words are found by what is left of their
/// beginning when up to two letters are deleted, so that no word has to be compared with all others. Immutable.
final class Spelling {

    /// Only so many letters are looked up; the rest is compared. Keeps the table small.
    private static final int BEGINNING = 7;
    private static final int MOST_SLIPS = 2;

    private final Map<String, Integer> occurrences;
    private final Map<String, List<String>> byRemains = new HashMap<>();

    /// @param occurrences how often each known word occurs
    Spelling(Map<String, Integer> occurrences) {
        this.occurrences = Map.copyOf(occurrences);
        for (var word : occurrences.keySet()) {
            remains(word, MOST_SLIPS)
                    .forEach(left -> byRemains.computeIfAbsent(left, _ -> new ArrayList<>(1)).add(word));
        }
    }

    /// The known word that so many slips lead to, with the same first letter; of several the most common.
    Optional<String> nearest(String word, int slips) {
        String best = null;
        int least = slips + 1;
        for (var left : remains(word, slips)) {
            for (var known : byRemains.getOrDefault(left, List.of())) {
                if (known.length() >= 4 && known.charAt(0) == word.charAt(0)) {
                    int distance = distance(word, known, least);
                    if (distance < least || distance == least && best != null && isBetter(known, best)) {
                        best = known;
                        least = distance;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isBetter(String known, String than) {
        int difference = occurrences.get(known) - occurrences.get(than);
        return difference != 0 ? difference > 0 : known.compareTo(than) < 0;
    }

    private static Set<String> remains(String word, int slips) {
        var all = new HashSet<String>();
        var last = Set.of(word.substring(0, Math.min(word.length(), BEGINNING)));
        all.addAll(last);
        for (int slip = 0; slip < slips; slip++) {
            var shorter = new HashSet<String>();
            for (var left : last) {
                for (int at = 0; at < left.length(); at++) {
                    shorter.add(left.substring(0, at) + left.substring(at + 1));
                }
            }
            all.addAll(shorter);
            last = shorter;
        }
        return all;
    }

    /// How many letters must be changed, left out, added or swapped with their neighbour; `most` + 1 for
    /// any more than that.
    static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] current = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                boolean same = one.charAt(row - 1) == other.charAt(column - 1);
                int changed = last[column - 1] + (same ? 0 : 1);
                int least = Math.min(changed, Math.min(last[column], current[column - 1]) + 1);
                boolean swapped = row > 1 && column > 1 && one.charAt(row - 1) == other.charAt(column - 2)
                        && one.charAt(row - 2) == other.charAt(column - 1);
                current[column] = swapped ? Math.min(least, before[column - 2] + 1) : least;
            }
            var free = before;
            before = last;
            last = current;
            current = free;
        }
        return Math.min(last[other.length()], most + 1);
    }
}
