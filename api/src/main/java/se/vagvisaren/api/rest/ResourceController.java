package se.vagvisaren.api.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.api.release.Suggestion;
import se.vagvisaren.api.release.Suggestions;
import se.vagvisaren.api.view.Languages;
import se.vagvisaren.api.view.Texts;
import se.vagvisaren.knowledge.KnowledgeBase;

/// Tells what is known today.
@RestController
@RequestMapping(path = "/vagvisaren/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "resources")
@ApiResponse(responseCode = "200", description = "What is known")
@ApiResponse(responseCode = "4XX", description = "What is wrong with the request",
        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                schema = @Schema(implementation = Problem.class)))
final class ResourceController {

    private final ReleaseStore store;
    private final Suggestions suggestions;
    private final Reader reader;

    ResourceController(ReleaseStore store, Suggestions suggestions, Reader reader) {
        this.store = store;
        this.suggestions = suggestions;
        this.reader = reader;
    }

    @GetMapping("/life-events")
    @Operation(summary = "Life and business events")
    Page<ResourceView.LifeEvent> lifeEvents(@ParameterObject Listing listing,
            @Parameter(hidden = true) HttpServletRequest http) {
        return page(http, listing, knowledge -> knowledge.lifeEvents().values(), ResourceViewer::lifeEvent);
    }

    @GetMapping("/life-events/{id}")
    @Operation(summary = "One life or business event")
    ResourceView.LifeEvent lifeEvent(@PathVariable String id, @RequestParam(required = false) String language,
            @Parameter(hidden = true) HttpServletRequest http) {
        return one(http, language, knowledge -> knowledge.lifeEvents().get(id), ResourceViewer::lifeEvent);
    }

    @GetMapping("/services")
    @Operation(summary = "Public services in force today")
    Page<ResourceView.Service> services(@RequestParam(required = false) String authority,
                                        @RequestParam(required = false) String lifeEvent,
                                        @ParameterObject Listing listing,
                                        @Parameter(hidden = true) HttpServletRequest http) {
        return page(http, listing, knowledge -> knowledge.services().values().stream()
                .filter(service -> authority == null || service.authority().equals(authority))
                .filter(service -> lifeEvent == null || service.lifeEvents().contains(lifeEvent)).toList(),
                ResourceViewer::service);
    }

    @GetMapping("/services/{id}")
    @Operation(summary = "One public service")
    ResourceView.Service service(@PathVariable String id, @RequestParam(required = false) String language,
            @Parameter(hidden = true) HttpServletRequest http) {
        return one(http, language, knowledge -> knowledge.services().get(id), ResourceViewer::service);
    }

    @GetMapping("/authorities")
    @Operation(summary = "Authorities and other bodies")
    Page<ResourceView.Authority> authorities(@ParameterObject Listing listing,
            @Parameter(hidden = true) HttpServletRequest http) {
        return page(http, listing, knowledge -> knowledge.organisations().values(), ResourceViewer::authority);
    }

    @GetMapping("/documents")
    @Operation(summary = "Documents that steps ask for")
    Page<ResourceView.Document> documents(@ParameterObject Listing listing,
            @Parameter(hidden = true) HttpServletRequest http) {
        return page(http, listing, knowledge -> knowledge.evidence().values(), ResourceViewer::document);
    }

    @GetMapping("/offices")
    @Operation(summary = "State service offices")
    Page<ResourceView.Office> offices(
            @Parameter(description = "Code of four digits") @RequestParam(required = false) String municipality,
            @ParameterObject Listing listing, @Parameter(hidden = true) HttpServletRequest http) {
        return page(http, listing, knowledge -> knowledge.offices().values().stream()
                .filter(office -> municipality == null || office.municipality().equals(municipality)).toList(),
                ResourceViewer::office);
    }

    @GetMapping("/facts")
    @Operation(summary = "What may be known about somebody, and the questions that ask for it")
    Page<ResourceView.Fact> facts(@ParameterObject Listing listing, @Parameter(hidden = true) HttpServletRequest http) {
        return page(http, listing, knowledge -> knowledge.facts().values(), ResourceViewer::fact);
    }

    @GetMapping("/municipalities")
    @Operation(summary = "Municipalities")
    Page<ResourceView.Municipality> municipalities(@ParameterObject Listing listing,
            @Parameter(hidden = true) HttpServletRequest http) {
        return page(http, listing, knowledge -> knowledge.places().municipalities().values(),
                ResourceViewer::municipality);
    }

    @GetMapping("/releases")
    @Operation(summary = "The state of the content that is running")
    Page<ResourceView.Release> releases(@ParameterObject Listing listing,
            @Parameter(hidden = true) HttpServletRequest http) {
        var running = store.running();
        var knowledge = running.knowledge();
        return Page.of(List.of(running), listing,
                release -> new ResourceView.Release(release.id(), release.publishedAt(),
                knowledge.lifeEvents().size(), knowledge.services().size(), List.copyOf(Languages.offered(knowledge))),
                Texts.in(reader.language(listing.language(), http)));
    }

    @GetMapping("/suggestions")
    @Operation(summary = "Life events and services that begin like what is typed")
    Items<Suggestion> suggestions(@RequestParam String q, @RequestParam(required = false) String language,
            @Parameter(hidden = true) HttpServletRequest http) {
        return new Items<>(suggestions.of(q, reader.language(language, http)));
    }

    /// A short list that has no pages.
    record Items<T>(List<T> items) {
    }

    private <S, T> Page<T> page(HttpServletRequest http, Listing listing, Function<KnowledgeBase, Collection<S>> all,
                                BiFunction<ResourceViewer, S, T> view) {
        var language = reader.language(listing.language(), http);
        return read(language, (knowledge, viewer) ->
                Page.of(List.copyOf(all.apply(knowledge)), listing, each -> view.apply(viewer, each),
                        Texts.in(language)));
    }

    private <S, T> T one(HttpServletRequest http, String asked, Function<KnowledgeBase, S> find,
                         BiFunction<ResourceViewer, S, T> view) {
        var language = reader.language(asked, http);
        return read(language, (knowledge, viewer) -> Optional.ofNullable(find.apply(knowledge))
                .map(each -> view.apply(viewer, each)))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, Texts.in(language)));
    }

    private <T> T read(String language, BiFunction<KnowledgeBase, ResourceViewer, T> read) {
        return store.on(store.today(), (_, engine) ->
                read.apply(engine.knowledge(), new ResourceViewer(engine.knowledge(), language)));
    }
}
