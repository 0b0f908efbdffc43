package se.vagvisaren.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The act on computing statutory time, SFS 1930:173.
class DeadlineCalendarTest {

    private final DeadlineCalendar calendar = new DeadlineCalendar();

    @ParameterizedTest(name = "{2}: {0} moves to {1}")
    @CsvSource({
            "2026-11-21, 2026-11-23, a Saturday",
            "2026-11-22, 2026-11-23, a Sunday",
            "2026-11-23, 2026-11-23, a weekday stays",
            "2026-01-06, 2026-01-07, Epiphany",
            "2026-04-03, 2026-04-07, Good Friday with the whole of Easter",
            "2026-05-01, 2026-05-04, the first of May",
            "2026-05-14, 2026-05-15, Ascension Day",
            "2025-06-06, 2025-06-09, the National Day",
            "2026-06-19, 2026-06-22, Midsummer Eve",
            "2026-12-24, 2026-12-28, Christmas Eve to the Monday after",
            "2026-12-31, 2027-01-04, New Year's Eve",
            "2026-10-31, 2026-11-02, All Saints' Day"})
    void a_last_day_that_is_a_day_off_moves_to_the_next_weekday(LocalDate day, LocalDate moved, String what) {
        assertThat(calendar.nextWeekday(day)).as(what).isEqualTo(moved);
    }

    @Test
    void a_month_without_that_day_ends_on_its_last() {
        assertThat(calendar.end(LocalDate.parse("2026-11-30"), Period.ofMonths(3))).isEqualTo(LocalDate.parse("2027-02-28"));
        assertThat(calendar.end(LocalDate.parse("2027-11-30"), Period.ofMonths(3))).isEqualTo(LocalDate.parse("2028-02-29"));
        assertThat(calendar.end(LocalDate.parse("2026-01-31"), Period.ofMonths(1))).isEqualTo(LocalDate.parse("2026-02-28"));
    }

    @Test
    void a_time_in_weeks_ends_on_the_same_weekday() {
        assertThat(calendar.end(LocalDate.parse("2026-11-17"), Period.ofWeeks(1))).isEqualTo(LocalDate.parse("2026-11-24"));
    }
}
