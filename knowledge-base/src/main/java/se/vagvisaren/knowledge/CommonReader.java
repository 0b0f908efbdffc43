package se.vagvisaren.knowledge;

import java.util.Map;

/// Reads what stands everywhere: sources, laws, validity, addresses.
final class CommonReader {

    private static final int LONGEST_QUOTE = 15;

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
            return new Source("", "1900", false, null);
        }
        return sourceOf(fields);
    }

    /// The source that these fields are.
    Source sourceOf(Fields fields) {
        var url = url(fields, "url");
        if (url == null) {
            fields.missing("url");
        }
        var date = fields.string("date");
        if (!date.isEmpty() && !date.matches("(19|20)\\d\\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?")) {
            problems.error(fields.at("date"), "Källans datum '" + date + "' går inte att läsa", "Skriv 2026, 2026-03 eller 2026-03-01.");
            date = "1900";
        }
        boolean confirmed = fields.flag("confirmed", false);
        var quote = fields.optionalString("quote");
        if (confirmed && quote == null) {
            problems.error(fields.at(), "Källan är bekräftad utan citat", "Skriv 'quote:' med högst 15 ord ur källan, eller 'confirmed: false'.");
        }
        if (quote != null && quote.split("\\s+").length > LONGEST_QUOTE) {
            problems.error(fields.at("quote"), "Citatet är längre än 15 ord", "Korta det.");
        }
        fields.nothingElse();
        return new Source(url == null ? "" : url, date.isEmpty() ? "1900" : date, confirmed, quote);
    }

    String url(Fields fields, String key) {
        var url = fields.optionalString(key);
        if (url != null && !url.matches("https?://[^\\s<>\"']+")) {
            problems.error(fields.at(key), "'" + url + "' är ingen webbadress", "Skriv hela adressen med https://.");
            return null;
        }
        return url;
    }

    LegalResource law(Fields parent, boolean needed) {
        var fields = parent.optionalChild("law");
        if (fields == null) {
            if (needed && !parent.has("law")) {
                problems.error(parent.at(), "Lagstöd saknas", "Skriv 'law: {act: \"SFS …\", provision: \"…\"}'.");
            }
            return null;
        }
        var number = fields.string("act");
        var provision = fields.optionalString("provision");
        fields.nothingElse();
        var act = acts.get(number);
        if (act == null) {
            if (!number.isEmpty()) {
                problems.unknown(fields.at("act"), "Lagen", number, acts.keySet());
            }
            return null;
        }
        return new LegalResource(number, provision == null ? "" : provision, act.name(), act.url());
    }

    Validity validity(Fields fields) {
        var from = fields.date("validFrom");
        var to = fields.date("validTo");
        if (from != null && to != null && to.isBefore(from)) {
            problems.error(fields.at("validTo"), "Slutet (" + to + ") ligger före början (" + from + ")", "Byt plats på datumen eller rätta det ena.");
        }
        return new Validity(from, to);
    }
}
