package se.vagvisaren.api.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.api.view.Answered;
import se.vagvisaren.api.view.ChecklistViewer;
import se.vagvisaren.api.view.Languages;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.knowledge.LocalText;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Answers one question.
final class AskCommand {

    private static final JsonMapper JSON = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ReleaseStore store;
    private final PrintStream out;

    AskCommand(ReleaseStore store, PrintStream out) {
        this.store = store;
        this.out = out;
    }

    int run(Arguments arguments) {
        var text = arguments.only("en fråga");
        var knowledge = store.running().knowledge();
        var language = Languages.choose(arguments.values().getOrDefault("language", LocalText.SWEDISH),
                Languages.offered(knowledge));
        var office = arguments.values().get("office");
        if (office != null && !knowledge.offices().containsKey(office)) {
            throw new UsageException("Kontoret finns inte. Alla kontor: "
                    + String.join(", ", knowledge.offices().keySet()));
        }
        var request = new GuidanceRequest(text, language, List.of(), List.of(), Map.of(), Map.of(), office,
                arguments.date(store.today()), null);
        var wanted = new ChecklistViewer.Wanted(language, null, false, arguments.values().containsKey("date"));
        var view = ChecklistViewer.view(Answered.by(store, request), wanted, null);
        if (arguments.flags().contains("json")) {
            out.println(JSON.writeValueAsString(view));
        } else {
            new ChecklistPrinter(out, language).print(view);
        }
        return 0;
    }
}
