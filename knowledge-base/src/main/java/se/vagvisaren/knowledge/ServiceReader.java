package se.vagvisaren.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads services and local layers.
final class ServiceReader {

    private final CommonReader common;
    private final ConditionReader conditions;
    private final Problems problems;

    ServiceReader(CommonReader common, ConditionReader conditions, Problems problems) {
        this.common = common;
        this.conditions = conditions;
        this.problems = problems;
    }

    PublicService service(Fields fields) {
        var id = fields.string("id");
        var authority = fields.id("authority", IdKind.ORGANISATION);
        var audience =
                fields.choice("audience", PublicService.Audience.class, PublicService.Audience.INDIVIDUAL);
        var name = fields.text("name");
        var everyday = fields.textLists("everydayNames");
        var summary = summary(fields);
        var events = fields.ids("lifeEvents", IdKind.LIFE_EVENT);
        var about = fields.choice("about", Subject.Kind.class, Subject.Kind.VISITOR);
        var forWhom = fields.optionalString("for");
        if (forWhom != null && !forWhom.equals("everyone")) {
            problems.error(fields.at("for"), "'for' kan bara vara 'everyone'",
                    "Skriv 'for: everyone' eller ett krav med 'when:'.");
        }
        var phrases = fields.textLists("phrases");
        var validity = common.validity(fields);
        var replaces = fields.ids("replaces", IdKind.SERVICE);
        var requirements = new ArrayList<PublicService.Requirement>();
        for (var requirement : fields.items("requirements", "id")) {
            requirements.add(requirement(requirement, about));
        }
        var steps = new ArrayList<PublicService.Step>();
        for (var step : fields.items("steps", "id")) {
            steps.add(step(step, id));
        }
        var particulars = particulars(fields);
        var misdirections = new ArrayList<PublicService.Misdirection>();
        for (var misdirection : fields.itemsTranslatedTogether("misdirections")) {
            var often = misdirection.id("often", IdKind.ORGANISATION);
            misdirections.add(new PublicService.Misdirection(often, misdirection.text("text", often)));
            misdirection.nothingElse();
        }
        var source = common.source(fields);
        var reviewed = fields.date("reviewed");
        var nextReview = fields.date("nextReview");
        if (reviewed == null && !fields.has("reviewed")) {
            fields.missing("reviewed");
        }
        if (reviewed != null && nextReview != null && nextReview.isBefore(reviewed)) {
            problems.error(fields.at("nextReview"), "Nästa granskning ligger före den senaste",
                    "Rätta det ena datumet.");
        }
        var cases = new ArrayList<ServiceCase>();
        for (var each : fields.items("cases", "name")) {
            cases.add(serviceCase(each));
        }
        fields.nothingElse();
        return new PublicService(id, authority, audience, name, everyday, summary, events, about, forWhom != null,
                phrases, validity, replaces, List.copyOf(requirements), List.copyOf(steps), particulars,
                List.copyOf(misdirections), source, reviewed, nextReview, List.copyOf(cases), fields.languages(),
                fields.at());
    }

    static LocalText summary(Fields fields) {
        var texts = new TreeMap<>(fields.text("summary").byLanguage());
        var easy = fields.optionalText("easy");
        if (easy != null) {
            easy.byLanguage().forEach((language, text) -> texts.put(language + "-x-lattlast", text));
        }
        return new LocalText(texts);
    }

    private PublicService.Particulars particulars(Fields fields) {
        var appeal = fields.optionalChild("appeal");
        LocalText appealTo = null;
        java.time.Period within = null;
        if (appeal != null) {
            appealTo = appeal.text("to");
            within = appeal.period("within");
            appeal.nothingElse();
        }
        return new PublicService.Particulars(fields.optionalText("cost"), fields.optionalText("processingTime"),
                appealTo, within, fields.optionalText("representation"), fields.optionalText("withoutEid"));
    }

    private PublicService.Requirement requirement(Fields fields, Subject.Kind aboutService) {
        var id = fields.string("id");
        var text = fields.text("text");
        var law = common.law(fields, false);
        var validity = common.validity(fields);
        var source = common.source(fields);
        var about = fields.choice("about", Subject.Kind.class, aboutService);
        var when = conditions.read(fields.file, fields.raw("when"));
        var whenNotMet = fields.optionalText("whenNotMet");
        fields.nothingElse();
        return new PublicService.Requirement(id, text, law, validity, source, about, when, whenNotMet, fields.at());
    }

    private PublicService.Step step(Fields fields, String service) {
        var id = fields.string("id");
        var action = fields.text("action");
        var modality = fields.choice("modality", PublicService.Modality.class, null);
        var when = conditions.read(fields.file, fields.raw("when"));
        var channels = channels(fields);
        var evidence = new ArrayList<PublicService.EvidenceUse>();
        for (var use : fields.itemsTranslatedTogether("documents")) {
            var form = use.optionalString("form");
            if (form != null && !form.equals("original") && !form.equals("copy")) {
                problems.error(use.at("form"), "'form' ska vara original eller copy", "Skriv original eller copy.");
            }
            evidence.add(new PublicService.EvidenceUse(use.id("id", IdKind.DOCUMENT), "original".equals(form),
                    use.optionalString("oneOf")));
            use.nothingElse();
        }
        var deadline = deadline(fields.optionalChild("deadline"));
        var ifMissed = fields.optionalText("ifMissed");
        var after = fields.strings("after");
        var desk = fields.choice("desk", PublicService.DeskTask.class, PublicService.DeskTask.NONE);
        var from = fields.optionalChild("source");
        var source = from == null ? null : common.sourceOf(from);
        fields.nothingElse();
        return new PublicService.Step(service + "/" + id, service, action, modality, when, channels,
                List.copyOf(evidence), deadline, ifMissed, after, desk, source, fields.at());
    }

    private List<PublicService.Channel> channels(Fields fields) {
        var channels = new ArrayList<PublicService.Channel>();
        var seen = new LinkedHashMap<String, Integer>();
        for (var channel : fields.itemsTranslatedTogether("channels")) {
            var type = channel.choice("type", PublicService.Channel.Type.class, null);
            var name = channel.optionalString("type");
            int nth = seen.merge(String.valueOf(name), 1, Integer::sum);
            channels.add(new PublicService.Channel(type, channel.text("text", nth == 1 ? name : name + "-" + nth),
                    common.url(channel, "url"), channel.optionalId("phone", IdKind.ORGANISATION),
                    channel.strings("requires")));
            channel.nothingElse();
        }
        return List.copyOf(channels);
    }

    private PublicService.Deadline deadline(Fields fields) {
        if (fields == null) {
            return null;
        }
        var period = fields.period("period");
        var from = fields.optionalId("from", IdKind.FACT);
        if (from != null && !fields.has("period")) {
            fields.missing("period");
        }
        boolean statutory = fields.flag("statutory", false);
        var source = fields.raw("source") == null ? null : common.source(fields);
        var deadline = new PublicService.Deadline(period, from, fields.flag("before", false),
                fields.period("notBefore"), statutory, fields.text("text"), common.law(fields, statutory), source);
        if (!fields.has("law") && source == null && !statutory) {
            problems.error(fields.at(), "Tidsgränsen har varken lag eller källa", "Skriv 'law:' eller 'source:'.");
        }
        fields.nothingElse();
        return deadline;
    }

    private ServiceCase serviceCase(Fields fields) {
        var name = fields.string("name");
        var on = fields.date("on");
        if (on == null && !fields.has("on")) {
            fields.missing("on");
        }
        var given = conditions.given(fields, "given");
        var requirement = fields.optionalString("requirement");
        var expect = fields.choice("expect", ServiceCase.Expectation.class, null);
        var named = fields.strings("steps");
        var steps = fields.has("steps") ? named : null;
        var asks = fields.ids("asks", IdKind.FACT);
        fields.nothingElse();
        return new ServiceCase(name, on, given, requirement, expect, steps, asks, fields.at());
    }

    /// A local layer over a base service: the base's step with what differs.
    LocalLayer layer(Fields fields, Map<String, PublicService> services) {
        var baseId = fields.id("extends", IdKind.SERVICE);
        var base = services.get(baseId);
        var steps = new LinkedHashMap<String, PublicService.Step>();
        var overrides = fields.optionalChild("steps");
        if (overrides != null && base != null) {
            var ids = base.steps().stream().map(step -> step.id().substring(baseId.length() + 1)).toList();
            for (var id : overrides.keys()) {
                var override = overrides.optionalChild(id);
                if (!ids.contains(id)) {
                    problems.unknown(overrides.at(id), IdKind.STEP, id, ids);
                } else if (override != null) {
                    var step = override(override, base.step(baseId + "/" + id).orElseThrow());
                    steps.put(step.id(), step);
                }
            }
        }
        var layer = new LocalLayer(baseId, fields.id("authority", IdKind.ORGANISATION), steps,
                fields.optionalText("cost"), common.source(fields), fields.at());
        fields.nothingElse();
        return layer;
    }

    private PublicService.Step override(Fields fields, PublicService.Step original) {
        var step = new PublicService.Step(original.id(), original.service(),
                fields.has("action") ? fields.text("action") : original.action(), original.modality(), original.when(),
                fields.has("channels") ? channels(fields) : original.channels(), original.evidence(),
                original.deadline(), original.ifMissed(), original.after(), original.desk(), original.source(), fields.at());
        fields.raw("action");
        fields.raw("channels");
        fields.nothingElse();
        return step;
    }
}
