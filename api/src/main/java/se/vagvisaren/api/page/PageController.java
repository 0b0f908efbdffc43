package se.vagvisaren.api.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vagvisaren.api.Faults;
import se.vagvisaren.api.code.GuidanceCode;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.api.view.Answered;
import se.vagvisaren.api.view.ChecklistView;
import se.vagvisaren.api.view.ChecklistViewer;
import se.vagvisaren.api.view.FoundAgain;
import se.vagvisaren.api.view.Languages;
import se.vagvisaren.api.view.Texts;
import se.vagvisaren.engine.Guidance;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;

/// The visitor's pages: write or choose, see what was understood, answer, get the checklist, change an answer.
@Controller
final class PageController {

    /// An event or service to choose.
    record Choice(String id, String name, String summary) {
    }

    /// A service office to choose.
    ///
    /// @param closed whether it is known to be closed
    record Office(String id, String name, boolean closed) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(PageController.class);

    private final ReleaseStore store;

    PageController(ReleaseStore store) {
        this.store = store;
    }

    @GetMapping("/")
    String start(@RequestParam(defaultValue = "") String lang, Model model, HttpServletRequest http, HttpServletResponse response) {
        model.addAttribute("chosen", !lang.isBlank());
        return startPage(language(lang, http), "", null, null, model, response);
    }

    /// Answers a text, or an event or service that was chosen.
    @PostMapping("/")
    String ask(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String event,
               @RequestParam(defaultValue = "") String service, @RequestParam(defaultValue = "") String office,
               @RequestParam(defaultValue = "") String lang, Model model, HttpServletRequest http, HttpServletResponse response) {
        var language = language(lang, http);
        model.addAttribute("chosen", !lang.isBlank());
        var knowledge = knowledge();
        var events = Stream.of(event, service).filter(knowledge.lifeEvents()::containsKey).distinct().toList();
        var services = Stream.of(service).filter(knowledge.services()::containsKey).toList();
        var chosenOffice = knowledge.offices().containsKey(office) ? office : null;
        boolean chosen = !events.isEmpty() || !services.isEmpty();
        if (text.isBlank() && !chosen) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return startPage(language, "", Texts.in(language).get("page.start.empty"), chosenOffice, model, response);
        }
        var request = new GuidanceRequest(chosen ? "" : text, language, events, services, Map.of(), Map.of(), chosenOffice, store.today(), null);
        var answered = Answered.by(store, request);
        var written = answered.guidance().understood().language();
        var wanted = chosen ? language : lang.isBlank() ? written : Languages.ofAnswer(language, written);
        if (answered.guidance().outcome() == Guidance.Outcome.CHECKLIST) {
            return onward(answered, wanted, model, response);
        }
        return page(answered, text, wanted, null, null, model, response);
    }

    /// The checklist that a code stands for.
    @GetMapping("/lista/{code}")
    String checklist(@PathVariable String code, @RequestParam(defaultValue = "") String lang, @RequestParam(defaultValue = "") String fraga,
                     Model model, HttpServletRequest http, HttpServletResponse response) {
        var language = language(lang, http);
        var found = GuidanceCode.decode(code).flatMap(known -> FoundAgain.by(store, known, language));
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return startPage(language, "", Texts.in(language).get("page.code.lost"), null, model, response);
        }
        var key = Answer.Key.parse(fraga, found.get().answered().knowledge()).orElse(null);
        model.addAttribute("changes", found.get().changes());
        return page(found.get().answered(), "", language, key, null, model, response);
    }

    /// One answer, given, taken back or changed.
    @PostMapping("/lista/{code}")
    String answer(@PathVariable String code, @RequestParam(defaultValue = "") String fact, @RequestParam(defaultValue = "") String value,
                  @RequestParam(defaultValue = "answer") String action, @RequestParam(defaultValue = "") String lang, Model model,
                  HttpServletRequest http, HttpServletResponse response) {
        var language = language(lang, http);
        var found = GuidanceCode.decode(code).flatMap(known -> FoundAgain.by(store, known, language));
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return startPage(language, "", Texts.in(language).get("page.code.lost"), null, model, response);
        }
        var knowledge = found.get().answered().knowledge();
        var request = withHidden(found.get().answered().request(), http, knowledge);
        if (action.equals("add") && knowledge.services().containsKey(value)) {
            return onward(Answered.by(store, withService(request, value)), language, model, response);
        }
        var key = Answer.Key.parse(fact, knowledge).orElse(null);
        if (key == null) {
            return onward(Answered.by(store, request), language, model, response);
        }
        var next = switch (action) {
            case "unknown" -> Optional.of(Answer.unknown(request, key));
            case "remove" -> Optional.of(Answer.removed(request, key));
            default -> Answer.with(request, key, value, knowledge);
        };
        if (next.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var problem = Texts.in(language).get("page.answer.wrong." + key.fact().type().name().toLowerCase(Locale.ROOT));
            return page(Answered.by(store, request), "", language, key, problem, model, response);
        }
        return onward(Answered.by(store, next.get()), language, model, response);
    }

    /// Sends the browser on to the address that holds the answers, unless a birth date is among them: then the page is
    /// shown at once, since no address may hold it.
    private String onward(Answered answered, String language, Model model, HttpServletResponse response) {
        var code = GuidanceCode.of(answered.release().id(), answered.request(), answered.guidance(), answered.knowledge(), false);
        if (code.isEmpty() || !hidden(answered).isEmpty()) {
            return page(answered, "", language, null, null, model, response);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "redirect:/lista/" + code.get().encoded() + "?lang=" + language;
    }

    private String page(Answered answered, String text, String language, Answer.Key asked, String problem, Model model, HttpServletResponse response) {
        var readable = Languages.forReading(answered.guidance(), language);
        // Who gets English in place of their own language may have to show a Swede what it says.
        var also = readable.equals(language) || answered.guidance().outcome() == Guidance.Outcome.CRISIS ? null : LocalText.SWEDISH;
        var view = ChecklistViewer.view(answered, new ChecklistViewer.Wanted(readable, also, false, false), null);
        if (view.outcome().equals("no-match")) {
            var notice = view.notices().isEmpty() ? null : view.notices().getLast().text();
            var written = view.notices().size() > 1 ? answered.guidance().text().strip() : text;
            return startPage(language, written, notice, answered.request().office(), model, response);
        }
        var texts = Texts.in(view.language());
        var question = asked == null ? view.questions().stream().findFirst().orElse(null) : question(asked, view.language(), texts);
        var inSwedish = also == null ? null : view.translations().get(also);
        var questionInSwedish = also == null || question == null ? null
                : asked == null ? inSwedish.questions().getFirst() : question(asked, also, Texts.in(also));
        int more = asked == null ? Math.max(0, view.questions().size() - 1) : view.questions().size();
        var office = answered.request().office() == null ? null : answered.knowledge().offices().get(answered.request().office()).name();
        common(Texts.readable(view.language()), language, model, response);
        model.addAttribute("otherLanguage", view.language().equals(language) ? null : Texts.answeredInEnglish(language));
        model.addAttribute("page", new VisitorPage(view, texts, question, more, VisitorPage.grouped(view.steps()), facts(answered, view, texts),
                hidden(answered), problem, view.code() == null ? "/" : "/lista/" + view.code(), office,
                model.getAttribute("changes") instanceof ChecklistView.Changes changes && changes.release() != null, inSwedish, questionInSwedish));
        model.addAttribute("municipalities", answered.knowledge().places().municipalities().values());
        model.addAttribute("self", view.code() == null ? "/" : "/lista/" + view.code());
        return view.outcome().equals("crisis") ? "crisis" : "checklist";
    }

    private String startPage(String language, String text, String problem, String office, Model model, HttpServletResponse response) {
        var knowledge = knowledge();
        var readable = Texts.readable(language);
        common(readable, language, model, response);
        model.addAttribute("text", text);
        model.addAttribute("problem", problem);
        model.addAttribute("office", office);
        model.addAttribute("offices", offices(knowledge));
        model.addAttribute("individual", events(knowledge, PublicService.Audience.INDIVIDUAL, readable));
        model.addAttribute("company", events(knowledge, PublicService.Audience.COMPANY, readable));
        model.addAttribute("self", "/");
        return "start";
    }

    /// @param language that the page is in
    /// @param wanted   that the visitor wants, and gets where the answer is there in it
    private static void common(String language, String wanted, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        PageLanguage.is(language);
        model.addAttribute("t", Texts.in(language));
        model.addAttribute("lang", language);
        model.addAttribute("wanted", wanted);
        model.addAttribute("languages", Texts.LANGUAGES);
        model.addAttribute("longest", GuidanceRequest.LONGEST_TEXT);
    }

    private static List<Choice> events(KnowledgeBase knowledge, PublicService.Audience audience, String language) {
        var collator = Collator.getInstance(Locale.forLanguageTag(language));
        return knowledge.lifeEvents().values().stream().filter(event -> event.audience() == audience && Languages.canBeRead(event.name(), language))
                .map(event -> new Choice(event.id(), event.name().in(language), event.summary().in(language)))
                .sorted(Comparator.comparing(Choice::name, collator)).toList();
    }

    private static List<Office> offices(KnowledgeBase knowledge) {
        var collator = Collator.getInstance(Locale.forLanguageTag("sv"));
        return knowledge.offices().values().stream().map(office -> new Office(office.id(), office.name(), office.status().equals("closed")))
                .filter(office -> !office.closed()).sorted(Comparator.comparing(Office::name, collator)).toList();
    }

    private static ChecklistView.Question question(Answer.Key key, String language, Texts texts) {
        var fact = key.fact();
        var options = new ArrayList<ChecklistView.Option>();
        if (fact.type() == FactDefinition.Type.BOOLEAN) {
            options.add(new ChecklistView.Option(true, texts.get("answer.yes")));
            options.add(new ChecklistView.Option(false, texts.get("answer.no")));
        }
        fact.options().forEach(option -> options.add(new ChecklistView.Option(option.value(), option.label().in(language))));
        return new ChecklistView.Question(key.subject().toString(), fact.id(), fact.question().in(language), fact.why().in(language),
                fact.type().name().toLowerCase(Locale.ROOT), options, List.of());
    }

    private static List<VisitorPage.Known> facts(Answered answered, ChecklistView view, Texts texts) {
        return view.understood().facts().stream().filter(fact -> !fact.origin().equals("derived")).map(fact -> {
            var definition = answered.knowledge().facts().get(fact.id());
            var subject = Subject.parse(fact.subject()).orElseThrow();
            var whose = subject.equals(Subject.VISITOR) ? null : texts.get("page.subject." + subject.kind().id(), subject.number());
            boolean isYesNo = definition.type() == FactDefinition.Type.BOOLEAN;
            return new VisitorPage.Known(fact.subject() + "." + fact.id(), isYesNo ? null : definition.label().in(view.language()), fact.label(), whose, true);
        }).toList();
    }

    private static List<VisitorPage.Hidden> hidden(Answered answered) {
        var hidden = new ArrayList<VisitorPage.Hidden>();
        answered.guidance().asked().facts().forEach((subject, known) -> known.forEach((fact, value) -> {
            if (answered.knowledge().facts().get(fact).personal()) {
                hidden.add(new VisitorPage.Hidden("keep." + subject + "." + fact, value.toString()));
            }
        }));
        return hidden;
    }

    /// A birth date that came along in the form; what follows from it stands in the code until then.
    private static GuidanceRequest withHidden(GuidanceRequest request, HttpServletRequest http, KnowledgeBase knowledge) {
        var kept = request;
        for (var name : http.getParameterMap().keySet()) {
            if (name.startsWith("keep.")) {
                var key = Answer.Key.parse(name.substring("keep.".length()), knowledge).orElse(null);
                if (key != null && key.fact().personal()) {
                    kept = Answer.with(kept, key, http.getParameter(name), knowledge).orElse(kept);
                }
            }
        }
        return kept;
    }

    private static GuidanceRequest withService(GuidanceRequest request, String service) {
        var services = Stream.concat(request.services().stream(), Stream.of(service)).distinct().toList();
        return new GuidanceRequest("", request.language(), request.lifeEvents(), services, request.facts(), request.unknownFacts(),
                request.office(), request.date(), request.audience());
    }

    private KnowledgeBase knowledge() {
        return store.on(store.today(), (_, engine) -> engine.knowledge());
    }

    private String language(String asked, HttpServletRequest http) {
        var understood = new TreeSet<>(Languages.understood(knowledge()));
        understood.remove(LocalText.EASY_SWEDISH);
        return asked.isBlank() ? Languages.negotiate(http.getHeader(HttpHeaders.ACCEPT_LANGUAGE), understood) : Languages.choose(asked, understood);
    }

    /// A form that cannot be read: too large, or not encoded as it has to be.
    @ExceptionHandler
    String unreadable(InvalidParameterException unreadable, Model model, HttpServletRequest http, HttpServletResponse response) {
        response.setStatus(unreadable.getErrorCode());
        return startPage(language("", http), "", "page.form.unreadable", model, response);
    }

    /// A fault of ours.
    @ExceptionHandler
    String fault(Exception fault, Model model, HttpServletRequest http, HttpServletResponse response) {
        Faults.log(LOG, fault);
        response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
        return startPage(language("", http), "", "page.fault", model, response);
    }

    private String startPage(String language, String text, String problem, Model model, HttpServletResponse response) {
        return startPage(language, text, Texts.in(language).get(problem), null, model, response);
    }
}
