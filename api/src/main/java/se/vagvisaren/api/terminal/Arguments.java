package se.vagvisaren.api.terminal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words after a command.
///
/// @param plain  those without a flag
/// @param values by flag
/// @param flags  those that take no value
record Arguments(List<String> plain, Map<String, String> values, Set<String> flags) {

    /// @throws UsageException for a flag that the command does not have
    static Arguments of(List<String> words, List<String> withValue, List<String> without) {
        var plain = new ArrayList<String>();
        var values = new HashMap<String, String>();
        var flags = new HashSet<String>();
        for (var at = words.iterator(); at.hasNext(); ) {
            var word = at.next();
            var name = word.startsWith("--") ? word.substring(2) : null;
            if (name == null) {
                plain.add(word);
            } else if (without.contains(name)) {
                flags.add(name);
            } else if (withValue.contains(name) && at.hasNext()) {
                values.put(name, at.next());
            } else {
                throw new UsageException(withValue.contains(name) ? "Flaggan --" + name + " ska ha ett värde."
                        : "Flaggan finns inte: " + word);
            }
        }
        return new Arguments(plain, values, flags);
    }

    /// The only plain word.
    String only(String what) {
        if (plain.size() != 1) {
            throw new UsageException("Ange " + what + ", med citattecken om det är flera ord.");
        }
        return plain.getFirst();
    }

    LocalDate date(LocalDate otherwise) {
        try {
            return values.containsKey("date") ? LocalDate.parse(values.get("date")) : otherwise;
        } catch (DateTimeParseException impossible) {
            throw new UsageException("Skriv dagen så här: --date 2026-11-21");
        }
    }
}
