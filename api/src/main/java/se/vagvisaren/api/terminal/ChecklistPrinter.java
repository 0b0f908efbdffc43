package se.vagvisaren.api.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import se.vagvisaren.api.view.ChecklistView;
import se.vagvisaren.api.view.Texts;

/// Prints a checklist as plain lines.
final class ChecklistPrinter {

    private final PrintStream out;
    private final Texts texts;

    ChecklistPrinter(PrintStream out, String language) {
        this.out = out;
        this.texts = Texts.in(language);
    }

    void print(ChecklistView view) {
        for (var notice : view.notices()) {
            out.println("! " + notice.text() + (notice.phone() == null ? "" : " (" + notice.phone() + ")"));
        }
        if (!view.steps().isEmpty()) {
            out.println(texts.get("print.checklist", texts.day(view.date())));
        }
        view.steps().forEach(step -> step(step, view.documents()));
        if (!view.documents().isEmpty()) {
            out.println(texts.get("print.documents"));
            view.documents().forEach(document ->
                    out.println("  - " + document.name() + after(": ", document.howToGet())));
        }
        if (!view.questions().isEmpty()) {
            out.println(texts.get("print.questions"));
            for (var question : view.questions()) {
                out.println("  ? " + question.text() + after(" ", question.why()));
                if (!question.options().isEmpty()) {
                    out.println("    " + question.options().stream().map(ChecklistView.Option::label)
                            .collect(Collectors.joining(" / ")));
                }
            }
        }
        if (!view.related().isEmpty()) {
            out.println(texts.get("print.related"));
            view.related().forEach(related -> out.println("  - " + related.service().name()));
        }
        if (view.code() != null) {
            out.println(texts.get("print.code", view.code()));
        }
    }

    private void step(ChecklistView.Step step, List<ChecklistView.Document> documents) {
        out.println();
        out.println(step.number() + ". " + step.action());
        line("", step.authority().name() + " · " + step.service().name() + " · " + step.statusLabel() + " · "
                + step.modalityLabel());
        line("print.because", step.because().stream().map(ChecklistView.Because::text)
                .collect(Collectors.joining("; ")));
        line("print.deadline", step.deadline() == null ? "" : step.deadline().text());
        line("print.if-missed", step.ifMissed());
        line("print.cost", step.cost());
        line("print.bring", step.documents().stream()
                .map(use -> documents.stream().filter(each -> each.id().equals(use.id()))
                .map(ChecklistView.Document::name).findFirst().orElse(use.id())).collect(Collectors.joining(", ")));
        for (var channel : step.channels()) {
            line("", "→ " + channel.text() + after(" ", channel.url()) + after(" ", channel.phone()));
        }
        line("print.desk", step.desk() == null || step.modality().equals("automatic") ? "" : step.desk().text());
        line("print.law", step.legalBasis().stream()
                .map(law -> (law.name() + " (" + law.act() + ") " + law.provision()).strip())
                .collect(Collectors.joining("; ")));
    }

    private void line(String label, String text) {
        if (text != null && !text.isEmpty()) {
            out.println("   " + (label.isEmpty() ? text : texts.get(label, text)));
        }
    }

    private static String after(String gap, String text) {
        return text == null || text.isEmpty() ? "" : gap + text;
    }
}
