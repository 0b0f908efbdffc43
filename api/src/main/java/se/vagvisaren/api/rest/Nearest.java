package se.vagvisaren.api.rest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Finds the known name that somebody probably meant.
final class Nearest {

    private static final int LONGEST_NAME = 60;

    private Nearest() {
    }

    /// The known name that differs least, if it does not differ in more than half of its letters.
    static Optional<String> to(String name, Collection<String> known) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        var distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .min(Comparator.comparingInt((String each) -> distance.apply(name, each))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(each -> distance.apply(name, each) <= Math.max(2, each.length() / 2));
    }
}
