package se.vagvisaren.engine;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;

/// Reckons time as the act on computing statutory time (SFS 1930:173) does.
public final class DeadlineCalendar {

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));

    /// The last day of a time given in days, weeks, months or years from a day. A month without that day ends on its last
    /// (section 1).
    public LocalDate end(LocalDate from, Period period) {
        return from.plus(period);
    }

    /// That day, or the next weekday when it is a Saturday, a Sunday, a public holiday, Midsummer Eve, Christmas Eve or New
    /// Year's Eve (section 2).
    public LocalDate nextWeekday(LocalDate day) {
        var weekday = day;
        while (isDayOff(weekday)) {
            weekday = weekday.plusDays(1);
        }
        return weekday;
    }

    /// Whether nothing has to be done by law on that day.
    public boolean isDayOff(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || (day.getMonthValue() == 12 && (day.getDayOfMonth() == 24 || day.getDayOfMonth() == 31))
                || isMidsummerEve(day) || holidays.isHoliday(day);
    }

    private static boolean isMidsummerEve(LocalDate day) {
        return day.getMonthValue() == 6 && day.getDayOfWeek() == DayOfWeek.FRIDAY && day.getDayOfMonth() >= 19 && day.getDayOfMonth() <= 25;
    }
}
