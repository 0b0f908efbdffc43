package se.vagvisaren.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Results in columns, printed as Markdown.
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(List.of(head));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    void print(PrintStream out) {
        int columns = rows.getFirst().size();
        var widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        out.println();
        for (int row = 0; row < rows.size(); row++) {
            out.println(line(rows.get(row), widths));
            if (row == 0) {
                out.println(line(rows.getFirst().stream().map(_ -> "").toList(), widths).replace(' ', '-'));
            }
        }
        out.println();
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder("|");
        for (int i = 0; i < cells.size(); i++) {
            line.append(' ').append(cells.get(i)).repeat(' ', widths[i] - cells.get(i).length()).append(" |");
        }
        return line.toString();
    }

    /// Milliseconds with about three digits.
    static String millis(double millis) {
        return (millis < .1 ? "%.4f" : millis < 10 ? "%.3f" : "%.1f").formatted(millis);
    }

    /// How many times the limit something takes.
    static String times(double measured, double limit) {
        return "%.1f ×".formatted(measured / limit);
    }
}
