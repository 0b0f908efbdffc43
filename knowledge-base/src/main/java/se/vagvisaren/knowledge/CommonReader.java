package se.vagvisaren.knowledge;

import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;

/// Reads what stands everywhere: sources, laws, validity, addresses.
final class CommonReader {

    private static final int LONGEST_QUOTE = 15;
    /// Stands for a day that was not written or cannot be read; there is a problem then, so that it is never shown.
    private static final String NO_DAY = "1900";

    private final Map<String, LegalResource> acts;
    private final Problems problems;

    CommonReader(Map<String, LegalResource> acts, Problems problems) {
        this.acts = acts;
        this.problems = problems;
    }

    /// The source that stands under `source`.
    Source source(Fields parent) {
        var fields = parent.optionalChild("source");
        if (fields == null) {
            if (!parent.has("source")) {
                problems.error(parent.at(), "Källa saknas", "Skriv 'source:' med url, date och confirmed.");
            }
            return new Source("", NO_DAY, false, null);
        }
        return sourceOf(fields);
    }

    /// The source that these fields are.
    Source sourceOf(Fields fields) {
        var url = url(fields, "url");
        if (!fields.has("url")) {
            fields.missing("url");
        }
        var date = sourceDate(fields.at("date"), fields.string("date"));
        boolean confirmed = fields.flag("confirmed", false);
        var quote = fields.optionalString("quote");
        if (confirmed && !fields.has("quote")) {
            problems.error(fields.at(), "Källan är bekräftad utan citat",
                    "Skriv 'quote:' med högst 15 ord ur källan, eller 'confirmed: false'.");
        }
        if (quote != null && quote.split("\\s+").length > LONGEST_QUOTE) {
            problems.error(fields.at("quote"), "Citatet är längre än 15 ord", "Korta det.");
        }
        fields.nothingElse();
        return new Source(url == null ? "" : url, date, confirmed, quote);
    }

    /// A source's date as written, when it is a year, a month or a day that there is.
    String sourceDate(Position at, String date) {
        if (date.isEmpty()) {
            return NO_DAY;
        }
        try {
            if (date.matches("(19|20)\\d\\d(-\\d\\d(-\\d\\d)?)?")
                    && new Source("", date, false, null).latestDay() != null) {
                return date;
            }
        } catch (DateTimeException impossible) {
            // told below, like every other date that is none
        }
        problems.error(at, "Källans datum '" + date + "' går inte att läsa", "Skriv 2026, 2026-03 eller 2026-03-01.");
        return NO_DAY;
    }

    String url(Fields fields, String key) {
        var url = fields.optionalString(key);
        return url != null && isUrl(fields.at(key), url) ? url : null;
    }

    /// Whether it is an address; if not, there is a problem.
    boolean isUrl(Position at, String url) {
        boolean is = url.matches("https?://[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+\\.?([:/?#][^\\s<>\"']*)?");
        if (!is) {
            problems.error(at, "'" + url + "' är ingen webbadress", "Skriv hela adressen med https://.");
        }
        return is;
    }

    LegalResource law(Fields parent, boolean needed) {
        var fields = parent.optionalChild("law");
        if (fields == null) {
            if (parent.has("law")) {
                return new LegalResource("", "", "", "");
            }
            if (needed) {
                problems.error(parent.at(), "Lagstöd saknas", "Skriv 'law: {act: \"SFS …\", provision: \"…\"}'.");
            }
            return null;
        }
        var number = fields.string("act");
        var provision = Optional.ofNullable(fields.optionalString("provision")).orElse("");
        fields.nothingElse();
        var act = acts.get(number);
        if (act == null) {
            problems.unknown(fields.at("act"), IdKind.ACT, number, acts.keySet());
            return new LegalResource(number, provision, "", "");
        }
        return new LegalResource(number, provision, act.name(), act.url());
    }

    Validity validity(Fields fields) {
        var from = fields.date("validFrom");
        var to = fields.date("validTo");
        if (from != null && to != null && to.isBefore(from)) {
            problems.error(fields.at("validTo"), "Slutet (" + to + ") ligger före början (" + from + ")",
                    "Byt plats på datumen eller rätta det ena.");
        }
        return new Validity(from, to);
    }
}
