package se.vagvisaren.engine;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.vagvisaren.search.SearchHit.Span;

/// Finds days that a text names exactly. "Last week" names none: a deadline must not rest on a guess.
final class DatesInText {

    /// A day and the words that name it.
    ///
    /// @param day        the day, with the year meant when it was written
    /// @param yearIsOpen whether the text left the year out
    record Named(LocalDate day, boolean yearIsOpen, Span span) {

        /// The day as it was meant for something that has happened: not after today.
        LocalDate past(LocalDate today) {
            return yearIsOpen && day.isAfter(today) ? day.minusYears(1) : day;
        }

        /// The day as it was meant for something near in time.
        LocalDate near(LocalDate today) {
            if (!yearIsOpen) {
                return day;
            }
            var nearest = day;
            for (var other : List.of(day.minusYears(1), day.plusYears(1))) {
                if (Math.abs(other.toEpochDay() - today.toEpochDay()) < Math.abs(nearest.toEpochDay() - today.toEpochDay())) {
                    nearest = other;
                }
            }
            return nearest;
        }
    }

    private static final Pattern ISO = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)");
    private static final Pattern SLASHED = Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?:[ -/]((?:19|20)\\d\\d))?(?![\\d/])");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("januari", 1), Map.entry("january", 1),
            Map.entry("jan", 1), Map.entry("februari", 2), Map.entry("february", 2), Map.entry("feb", 2), Map.entry("mars", 3),
            Map.entry("march", 3), Map.entry("april", 4), Map.entry("apr", 4), Map.entry("maj", 5), Map.entry("may", 5), Map.entry("juni", 6),
            Map.entry("june", 6), Map.entry("juli", 7), Map.entry("july", 7), Map.entry("augusti", 8), Map.entry("august", 8),
            Map.entry("aug", 8), Map.entry("september", 9), Map.entry("sept", 9), Map.entry("oktober", 10), Map.entry("october", 10),
            Map.entry("okt", 10), Map.entry("november", 11), Map.entry("nov", 11), Map.entry("december", 12), Map.entry("dec", 12));
    /// "Första mars", in the order of the days, without diacritics.
    private static final List<String> ORDINALS = List.of("forsta", "andra", "tredje", "fjarde", "femte", "sjatte", "sjunde", "attonde", "nionde", "tionde", "elfte",
            "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde", "tjugonde");
    private static final List<String> LAST_WEEKDAYS = List.of("måndags", "tisdags", "onsdags", "torsdags", "fredags", "lördags", "söndags");
    private static final List<String> NEXT_WEEKDAYS = List.of("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag");

    private DatesInText() {
    }

    /// The days named, in the order of the text.
    static List<Named> find(Words words, LocalDate today) {
        var found = new ArrayList<Named>();
        var iso = ISO.matcher(words.text());
        while (iso.find()) {
            add(found, Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)), false,
                    new Span(iso.start(), iso.end()));
        }
        var slashed = SLASHED.matcher(words.text());
        while (slashed.find()) {
            boolean open = slashed.group(3) == null;
            add(found, open ? today.getYear() : Integer.parseInt(slashed.group(3)), Integer.parseInt(slashed.group(2)),
                    Integer.parseInt(slashed.group(1)), open, new Span(slashed.start(), slashed.end()));
        }
        for (int at = 0; at < words.all().size(); at++) {
            inWords(words.all(), at, today, found);
        }
        found.sort(java.util.Comparator.comparingInt(named -> named.span().start()));
        return found;
    }

    private static void inWords(List<Words.Word> words, int at, LocalDate today, List<Named> found) {
        var word = words.get(at);
        var before = at > 0 ? words.get(at - 1) : null;
        var after = at + 1 < words.size() ? words.get(at + 1) : null;
        var month = MONTHS.get(word.lower());
        if (month != null) {
            int ordinal = before == null ? -1 : ORDINALS.indexOf(before.folded());
            boolean dayFirst = ordinal >= 0 || before != null && before.number() != null && Character.isDigit(before.lower().charAt(0));
            boolean dayNext = !dayFirst && after != null && after.number() != null && after.lower().length() <= 2 && Character.isDigit(after.lower().charAt(0));
            if (dayFirst || dayNext) {
                var day = dayFirst ? before : after;
                int yearAt = dayFirst ? at + 1 : at + 2;
                var year = yearAt < words.size() && words.get(yearAt).lower().matches("(19|20)\\d\\d") ? words.get(yearAt) : null;
                var last = year != null ? year : dayFirst ? word : day;
                add(found, year == null ? today.getYear() : year.number().intValue(), month, ordinal >= 0 ? ordinal + 1 : day.number().intValue(), year == null,
                        new Span(dayFirst ? day.start() : word.start(), last.end()));
            }
            return;
        }
        boolean afterI = before != null && before.lower().equals("i");
        LocalDate day = switch (word.lower()) {
            case "idag", "today" -> today;
            case "igår", "igar", "yesterday" -> today.minusDays(1);
            case "imorgon", "tomorrow" -> today.plusDays(1);
            case "dag" -> afterI ? today : null;
            case "går" -> afterI ? today.minusDays(1) : null;
            case "förrgår" -> today.minusDays(2);
            case "morgon" -> afterI ? today.plusDays(1) : null;
            default -> null;
        };
        int last = LAST_WEEKDAYS.indexOf(word.lower());
        if (last >= 0 && afterI) {
            day = today.with(TemporalAdjusters.previous(DayOfWeek.of(last + 1)));
        }
        int next = NEXT_WEEKDAYS.indexOf(word.lower());
        if (next >= 0 && before != null && before.lower().equals("på")) {
            day = today.with(TemporalAdjusters.next(DayOfWeek.of(next + 1)));
        }
        if (day != null) {
            found.add(new Named(day, false, new Span(word.start(), word.end())));
        }
    }

    private static void add(List<Named> found, int year, int month, int day, boolean yearIsOpen, Span span) {
        try {
            found.add(new Named(LocalDate.of(year, month, day), yearIsOpen, span));
        } catch (DateTimeException _) {
            // 31 February is no day: the text names none.
        }
    }
}
