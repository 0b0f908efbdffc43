package se.vagvisaren.knowledge;

import java.time.LocalDate;

/// Where a statement comes from.
///
/// @param url       address of the page or statute that says so
/// @param date      date of that source, as exact as it is known: `2026`, `2026-03` or `2026-03-01`
/// @param confirmed whether that page or statute was opened and says so
/// @param quote     at most 15 words of it, required when confirmed; otherwise null
public record Source(String url, String date, boolean confirmed, String quote) {

    /// The first day that the date can mean.
    public LocalDate earliestDay() {
        return switch (date.length()) {
            case 4 -> LocalDate.parse(date + "-01-01");
            case 7 -> LocalDate.parse(date + "-01");
            default -> LocalDate.parse(date);
        };
    }

    /// The last day that the date can mean; a source of `2024` may be from 2024-12-31.
    public LocalDate latestDay() {
        return switch (date.length()) {
            case 4 -> LocalDate.parse(date + "-12-31");
            case 7 -> java.time.YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }
}
