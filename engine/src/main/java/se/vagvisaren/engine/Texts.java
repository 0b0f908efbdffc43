package se.vagvisaren.engine;

import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import se.vagvisaren.knowledge.LocalText;

/// Small help with texts in several languages.
final class Texts {

    private Texts() {
    }

    /// The texts one after the other, with commas, in every language that one of them has.
    static LocalText joined(List<LocalText> texts) {
        var languages = new TreeSet<String>();
        texts.forEach(text -> languages.addAll(text.byLanguage().keySet()));
        var joined = new TreeMap<String, String>();
        languages.forEach(language -> joined.put(language, String.join(", ", texts.stream().map(text -> text.in(language)).distinct().toList())));
        return new LocalText(joined);
    }

    /// Lets through the first of those that have the same key.
    static <T> Predicate<T> distinctBy(Function<T, Object> key) {
        var seen = new HashSet<>();
        return each -> seen.add(key.apply(each));
    }
}
