package se.vagvisaren.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.vagvisaren.knowledge.LocalText;

/// The engine's own sentences, in every language in which it has them.
final class Messages {

    private static final List<String> LANGUAGES = List.of("sv", "en", "ar", "fi");
    private static final Map<String, Properties> SENTENCES = LANGUAGES.stream().collect(Collectors.toMap(each -> each, Messages::load));

    private Messages() {
    }

    /// A sentence, with `{0}`, `{1}` replaced by texts in the same language.
    static LocalText text(String key, LocalText... parts) {
        var texts = new TreeMap<String, String>();
        for (var language : LANGUAGES) {
            var sentence = SENTENCES.get(language).getProperty(key);
            for (int at = 0; at < parts.length; at++) {
                sentence = sentence.replace("{" + at + "}", parts[at].in(language));
            }
            texts.put(language, sentence);
        }
        return new LocalText(texts);
    }

    private static Properties load(String language) {
        var properties = new Properties();
        try (var stream = Messages.class.getResourceAsStream("messages_" + language + ".properties")) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
