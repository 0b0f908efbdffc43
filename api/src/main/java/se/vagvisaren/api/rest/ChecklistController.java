package se.vagvisaren.api.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.vagvisaren.api.code.GuidanceCode;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.api.view.Answered;
import se.vagvisaren.api.view.ChecklistView;
import se.vagvisaren.api.view.ChecklistViewer;
import se.vagvisaren.api.view.FoundAgain;
import se.vagvisaren.api.view.Texts;

/// Asks for a checklist, and finds one again.
@RestController
@RequestMapping(path = "/vagvisaren/v1/checklists", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "checklists")
@ApiResponse(responseCode = "200", description = "The checklist")
@ApiResponse(responseCode = "4XX", description = "What is wrong with the request",
        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                schema = @Schema(implementation = Problem.class)))
final class ChecklistController {

    private final ReleaseStore store;
    private final Reader reader;

    ChecklistController(ReleaseStore store, Reader reader) {
        this.store = store;
        this.reader = reader;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask for a checklist", description = "Nothing about the visitor is stored.",
            requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(implementation = ChecklistRequest.class))))
    ResponseEntity<ChecklistView> ask(
            @Parameter(description = "Tell how the rules came to it")
            @RequestParam(defaultValue = "false") boolean explain,
            @Parameter(description = "A second language for the same texts")
            @RequestParam(required = false) String alsoIn,
            @Parameter(hidden = true) HttpServletRequest http) throws IOException {
        var body = JsonBody.read(http.getInputStream(), reader.texts(http));
        var language = reader.language(ChecklistRequestReader.language(body), http);
        var asked = ChecklistRequestReader.date(body);
        var day = asked == null ? store.today() : asked;
        var answered = store.on(day, (release, engine) -> {
            var request = ChecklistRequestReader.read(body, engine.knowledge(), day, language);
            return new Answered(release, engine.knowledge(), request, engine.guide(request));
        });
        return answer(answered, wanted(language, alsoIn, explain, asked != null, http), null);
    }

    @GetMapping("/{code}")
    @Operation(summary = "Find a checklist again")
    ResponseEntity<ChecklistView> again(@PathVariable String code,
            @Parameter(description = "The reader's language, a BCP 47 tag")
            @RequestParam(required = false) String language,
            @Parameter(description = "Tell how the rules came to it")
            @RequestParam(defaultValue = "false") boolean explain,
            @Parameter(description = "A second language for the same texts")
            @RequestParam(required = false) String alsoIn,
            @Parameter(hidden = true) HttpServletRequest http) {
        var read = reader.language(language, http);
        var known = GuidanceCode.decode(code)
                .orElseThrow(() -> new ProblemException(ProblemType.DAMAGED_CODE, Texts.in(read)));
        var found = FoundAgain.by(store, known, read)
                .orElseThrow(() -> new ProblemException(ProblemType.OUTDATED_CODE, Texts.in(read)));
        return answer(found.answered(), wanted(read, alsoIn, explain, known.date() != null, http), found.changes());
    }

    private ChecklistViewer.Wanted wanted(String language, String alsoIn, boolean explain, boolean keepDate,
            HttpServletRequest http) {
        var second = alsoIn == null || alsoIn.isBlank() ? null : reader.language(alsoIn, http);
        return new ChecklistViewer.Wanted(language, second, explain, keepDate);
    }

    private static ResponseEntity<ChecklistView> answer(Answered answered, ChecklistViewer.Wanted wanted,
            ChecklistView.Changes changes) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(ChecklistViewer.view(answered, wanted, changes));
    }
}
