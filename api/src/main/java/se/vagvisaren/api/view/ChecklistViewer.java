package se.vagvisaren.api.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.vagvisaren.api.code.GuidanceCode;
import se.vagvisaren.engine.Guidance;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.ServiceLevel;
import se.vagvisaren.knowledge.Source;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.rules.Judgement;
import se.vagvisaren.search.SearchHit;

/// Writes an answer out in a reader's language.
public final class ChecklistViewer {

    /// How a reader wants an answer.
    ///
    /// @param language one of [Languages#offered]; English takes its place where the answer is not all there in it
    /// @param alsoIn   a second one of them, or null
    /// @param explain  whether to tell how the rules came to it
    /// @param keepDate whether the code keeps the date, because it was part of the question
    public record Wanted(String language, String alsoIn, boolean explain, boolean keepDate) {
    }

    private final Answered answered;
    private final Guidance guidance;
    private final String language;
    private final Texts texts;

    private ChecklistViewer(Answered answered, String language) {
        this.answered = answered;
        this.guidance = answered.guidance();
        this.language = language;
        this.texts = Texts.in(language);
    }

    /// The answer as this reader wants it.
    ///
    /// @param changes what has changed since the code was made by which it was asked; null when it was not asked by
    ///                code
    public static ChecklistView view(Answered answered, Wanted wanted, ChecklistView.Changes changes) {
        var guidance = answered.guidance();
        var language = Languages.forReading(guidance, wanted.language());
        var viewer = new ChecklistViewer(answered, language);
        var release = new ChecklistView.ReleaseView(answered.release().id(), answered.release().publishedAt());
        var translations = wanted.alsoIn() == null ? null
                : Map.of(wanted.alsoIn(), new ChecklistViewer(answered, wanted.alsoIn()).translation());
        var judged = wanted.explain() ? guidance.judgements() : null;
        return new ChecklistView(release, language, Languages.translation(guidance, language, answered.knowledge()), guidance.date(), Names.of(guidance.outcome()),
                viewer.understood(), viewer.notices(), viewer.questions(), viewer.steps(),
                viewer.documents(), viewer.related(),
                code(answered, wanted.keepDate()), changes, translations,
                judged == null ? null : judged.stream().map(each -> TraceView.of(each, language)).toList(),
                judged == null ? null : judged.stream().flatMap(each -> TraceView.rejected(each, language))
                .toList());
    }

    private static String code(Answered answered, boolean keepDate) {
        return GuidanceCode.of(answered.release().id(), answered.request(), answered.guidance(), answered.knowledge(),
                keepDate).map(GuidanceCode::encoded).orElse(null);
    }

    private ChecklistView.Translation translation() {
        return new ChecklistView.Translation(understood(), notices(), questions(), steps(), documents(), related());
    }

    private ChecklistView.Understood understood() {
        var understood = guidance.understood();
        return new ChecklistView.Understood(understood.language(),
                understood.errands().stream().map(each -> new ChecklistView.Errand(each.id(), each.start(), each.end()))
                .toList(),
                understood.lifeEvents().stream().map(this::found).toList(),
                understood.services().stream().map(this::found).toList(),
                understood.facts().stream().map(this::fact).toList(),
                spans(understood.notUnderstood()));
    }

    private ChecklistView.Fact fact(Guidance.UnderstoodFact fact) {
        return new ChecklistView.Fact(fact.key().subject().toString(), fact.key().fact(), Names.json(fact.value()),
                text(fact.label()), Names.of(fact.origin()), spans(fact.matched()));
    }

    private ChecklistView.Found found(Guidance.Found found) {
        return new ChecklistView.Found(found.id(), text(found.name()), Math.round(found.confidence() * 100) / 100.0,
                found.errand(), spans(found.matched()));
    }

    private static List<ChecklistView.Span> spans(List<SearchHit.Span> spans) {
        return spans.stream().map(span -> new ChecklistView.Span(span.start(), span.end())).toList();
    }

    private List<ChecklistView.Notice> notices() {
        return guidance.notices().stream()
                .map(notice -> new ChecklistView.Notice(Names.of(notice.kind()), text(notice.text()),
                notice.authority() == null ? null : authority(notice.authority(), notice.authority().role()),
                notice.phone(), notice.url())).toList();
    }

    private ChecklistView.Authority authority(PublicOrganisation organisation, String role) {
        // A name that has no translation is the one that stands on the door.
        var name = organisation.name().only(language).orElse(organisation.name().in(LocalText.SWEDISH));
        return new ChecklistView.Authority(organisation.id(), role, name,
                Names.of(organisation.kind()));
    }

    private List<ChecklistView.Question> questions() {
        return guidance.questions().stream().map(question -> new ChecklistView.Question(question.subject().toString(),
                question.fact() == null ? null : question.fact().id(), text(question.text()), text(question.why()),
                question.fact() == null ? "service" : Names.of(question.fact().type()), options(question),
                question.decides())).toList();
    }

    private List<ChecklistView.Option> options(Guidance.Question question) {
        if (question.fact() != null && question.fact().type() == FactDefinition.Type.BOOLEAN) {
            return ChecklistView.Option.yesOrNo(texts);
        }
        return question.options().stream().map(each -> new ChecklistView.Option(each.value(), text(each.label())))
                .toList();
    }

    private List<ChecklistView.Step> steps() {
        return guidance.steps().stream().map(this::step).toList();
    }

    private ChecklistView.Step step(Guidance.ChecklistStep each) {
        var step = each.step();
        var service = each.service();
        var subjects = each.subjects().stream().map(Object::toString).toList();
        var status = each.applies() ? "applies" : "may-apply";
        var modality = Names.of(step.modality());
        var facts = service.facts();
        return new ChecklistView.Step(each.number(), step.id(),
                new ChecklistView.Named(service.id(), text(service.name())), each.errand(), subjects.getFirst(),
                subjects, Names.of(service.audience()), authority(each.authority(), each.role()), status,
                texts.get("status." + status), modality, texts.get("modality." + modality), text(step.action()),
                each.because().stream().map(reason -> new ChecklistView.Because(reason.key().subject().toString(),
                        reason.key().fact(), Names.json(reason.value()), text(reason.text()))).toList(),
                each.undecided().stream().map(ChecklistViewer::fact).toList(),
                each.legalBasis().stream().map(ChecklistView.LegalBasis::of).toList(),
                each.deadline() == null ? null : deadline(each.deadline()), text(step.ifMissed()), text(each.cost()),
                text(facts.processingTime()), ChecklistView.Appeal.of(facts, language), text(facts.representation()),
                text(facts.withoutEid()),
                each.documents().stream().map(ChecklistView.DocumentUse::of).toList(),
                channels(each), each.after(),
                each.desk() == null ? null : desk(each.desk(), each.authority(), step.modality()), source(each.source(), service));
    }

    /// The ways to do a step; where it is a municipality's and no address is known, with the way to find it.
    private List<ChecklistView.Channel> channels(Guidance.ChecklistStep each) {
        var channels = new ArrayList<>(each.step().channels().stream().map(channel -> ChecklistView.Channel.of(channel, answered.knowledge(),
                officeFor(channel, each.authority()), language)).toList());
        var role = each.role() == null ? null : answered.knowledge().organisations().get(each.role());
        boolean isFindable = role != null && role.website() != null && (role.equals(each.authority()) || each.authority().website() == null);
        if (isFindable && each.step().modality() != PublicService.Modality.AUTOMATIC && channels.stream().allMatch(channel -> channel.url() == null)) {
            channels.add(new ChecklistView.Channel(Names.of(PublicService.Channel.Type.WEB), texts.get("channel.finder"), role.website(), null, null, List.of()));
        }
        return List.copyOf(channels);
    }

    private static ChecklistView.FactRef fact(FactKey key) {
        return new ChecklistView.FactRef(key.subject().toString(), key.fact());
    }

    private ChecklistView.Deadline deadline(Guidance.Deadline deadline) {
        var words = new ArrayList<String>();
        words.add(text(deadline.text()));
        if (deadline.notBefore() != null) {
            words.add(texts.get("deadline.notBefore", texts.day(deadline.notBefore())));
        }
        if (deadline.date() != null) {
            words.add(texts.get(deadline.moved() ? "deadline.moved" : "deadline.last", texts.day(deadline.date())));
        }
        return new ChecklistView.Deadline(deadline.date(), deadline.notBefore(), deadline.statutory(), deadline.moved(),
                sentences(words.stream()));
    }

    private String officeFor(PublicService.Channel channel, PublicOrganisation authority) {
        var office = answered.request().office() == null ? null
                : answered.knowledge().offices().get(answered.request().office());
        return office != null && channel.type() == PublicService.Channel.Type.OFFICE
                && office.agencies().contains(authority.id()) ? office.id() : null;
    }

    private ChecklistView.Desk desk(Judgement.Desk desk, PublicOrganisation authority, PublicService.Modality modality) {
        var scope = Names.of(desk.scope());
        var level = desk.level();
        var words = new ArrayList<String>();
        words.add(texts.get("desk." + scope));
        if (level == null) {
            var next = desk.scope() == ServiceLevel.Scope.REFERRED && modality != PublicService.Modality.AUTOMATIC ? whereabouts(authority) : null;
            words.add(next == null ? null : texts.get("desk.next", next));
            return new ChecklistView.Desk(answered.request().office(), scope, null, next, null, null, null, desk.confirmed(),
                    sentences(words.stream()));
        }
        words.add(text(level.limit()));
        words.add(level.next() == null ? null : texts.get("desk.next", text(level.next())));
        words.add(texts.get(desk.confirmed() ? "desk.asOf" : "desk.asOf.unconfirmed", level.source().date()));
        return new ChecklistView.Desk(answered.request().office(), scope, text(level.by()), text(level.next()),
                text(level.limit()), level.source().url(), level.source().date(), desk.confirmed(),
                sentences(words.stream()));
    }

    /// Who does it instead, with the address as far as it is known.
    private String whereabouts(PublicOrganisation authority) {
        if (authority.kind() == PublicOrganisation.Kind.OTHER && authority.website() == null) {
            return texts.get("desk.private");
        }
        var name = text(authority.name());
        return authority.website() == null ? name : name + ", " + authority.website();
    }

    private static ChecklistView.Source source(Source source, PublicService service) {
        return source == null ? null
                : new ChecklistView.Source(source.url(), source.date(), service.reviewed(), source.confirmed());
    }

    private List<ChecklistView.Document> documents() {
        return guidance.documents().stream().map(each -> new ChecklistView.Document(each.evidence().id(),
                text(each.evidence().name()), Objects.toString(each.evidence().maxAge(), null), each.neededFor(),
                text(each.evidence().howToGet()))).toList();
    }

    private List<ChecklistView.Related> related() {
        return guidance.related().stream().filter(each -> Languages.canBeRead(each.service().name(), language)).map(each -> new ChecklistView.Related(
                new ChecklistView.Named(each.service().id(), text(each.service().name())), each.lifeEvent(),
                text(each.why()))).toList();
    }

    private String text(LocalText text) {
        return text == null ? null : text.in(language);
    }

    /// Puts sentences together, each ending in a full stop.
    private static String sentences(Stream<String> each) {
        return String.join(" ", each.filter(words -> words != null && !words.isBlank())
                .map(words -> words.matches("(?s).*[.!?:]") ? words : words + ".").toList());
    }
}
