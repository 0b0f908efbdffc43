package se.vagvisaren.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Reads what is no service: facts, documents, organisations, events, emergencies, desk levels, word patterns.
final class SharedReader {

    private final CommonReader common;
    private final ConditionReader conditions;
    private final Problems problems;

    SharedReader(CommonReader common, ConditionReader conditions, Problems problems) {
        this.common = common;
        this.conditions = conditions;
        this.problems = problems;
    }

    FactDefinition fact(Fields fields) {
        var id = fields.string("id");
        var of = EnumSet.noneOf(Subject.Kind.class);
        for (var kind : fields.strings("of")) {
            Subject.Kind.of(kind).ifPresentOrElse(of::add, () -> problems.unknown(fields.at("of"), IdKind.SUBJECT, kind,
                    List.of("visitor", "partner", "child", "deceased", "helped", "company")));
        }
        if (!fields.has("of")) {
            problems.error(fields.at(), "Det står inte vem uppgiften gäller", "Skriv till exempel 'of: [visitor]'.");
        }
        var type = fields.choice("type", FactDefinition.Type.class, null);
        var options = new ArrayList<FactDefinition.Option>();
        for (var option : fields.itemsTranslatedTogether("options")) {
            var value = option.string("value");
            if (options.stream().anyMatch(other -> other.value().equals(value))) {
                problems.error(option.at(), "Svaret '" + value + "' står två gånger", "Ta bort det ena.");
            }
            options.add(new FactDefinition.Option(value, option.text("label", value)));
            option.nothingElse();
        }
        if (type == FactDefinition.Type.CHOICE && options.size() < 2) {
            problems.error(fields.at(), "Uppgiften '" + id + "' är ett val men har inte minst två svar",
                    "Skriv 'options:' med value och label.");
        }
        var yes = fields.optionalText("yes");
        var no = fields.optionalText("no");
        if (type == FactDefinition.Type.BOOLEAN && (yes == null || no == null)) {
            problems.error(fields.at(), "Uppgiften '" + id + "' saknar 'yes' eller 'no'",
                    "Skriv hur svaren ja och nej låter som skäl.");
        }
        var definition = new FactDefinition(id, of, type, fields.text("label"), fields.text("question"),
                fields.text("why"), yes, no, options, fields.number("min"), fields.number("max"),
                fields.flag("private", false), derivation(fields, type));
        fields.nothingElse();
        return definition;
    }

    private FactDefinition.Derivation derivation(Fields parent, FactDefinition.Type type) {
        var fields = parent.optionalChild("derive");
        if (fields == null) {
            return null;
        }
        FactDefinition.Derivation derivation;
        if (fields.has("ageInYears")) {
            derivation = new FactDefinition.Derivation.AgeInYears(fields.id("ageInYears", IdKind.FACT));
        } else if (fields.has("ageInMonths")) {
            derivation = new FactDefinition.Derivation.AgeInMonths(fields.id("ageInMonths", IdKind.FACT));
        } else if (fields.has("region")) {
            derivation = new FactDefinition.Derivation.RegionOf(fields.id("region", IdKind.FACT));
        } else if (fields.has("when")) {
            derivation = new FactDefinition.Derivation.When(conditions.read(fields.file, fields.raw("when")));
        } else {
            problems.error(fields.at(), "Det står inte hur uppgiften följer av andra",
                    "Skriv ageInYears:, ageInMonths:, region: eller when:.");
            return null;
        }
        fields.nothingElse();
        var fitting = switch (derivation) {
            case FactDefinition.Derivation.AgeInYears _, FactDefinition.Derivation.AgeInMonths _ ->
                    FactDefinition.Type.INTEGER;
            case FactDefinition.Derivation.RegionOf _ -> FactDefinition.Type.REGION;
            case FactDefinition.Derivation.When _ -> FactDefinition.Type.BOOLEAN;
        };
        if (type != fitting) {
            problems.error(parent.at("derive"), "Härledningen passar inte uppgiftens typ",
                    "Skriv 'type: " + fitting.name().toLowerCase(Locale.ROOT) + "' eller en annan härledning.");
        }
        return derivation;
    }

    Evidence evidence(Fields fields) {
        var evidence = new Evidence(fields.string("id"), fields.text("name"), fields.period("maxAge"),
                fields.optionalText("howToGet"), fields.optionalId("issuedBy", IdKind.SERVICE),
                conditions.read(fields.file, fields.raw("lackedWhen")), common.source(fields), fields.at());
        fields.nothingElse();
        return evidence;
    }

    Parameter parameter(Fields fields) {
        var values = new ArrayList<Parameter.Dated>();
        for (var value : fields.itemsTranslatedTogether("values")) {
            var from = value.date("from");
            var amount = value.number("value");
            var dated = new Parameter.Dated(from, amount == null ? 0 : amount, common.law(value, false),
                    common.source(value));
            value.nothingElse();
            if (!value.has("from") || !value.has("value")) {
                problems.error(value.at(), "Beloppet saknar 'from' eller 'value'",
                        "Skriv från vilken dag det gäller och hur mycket det är.");
            } else if (from != null && values.stream().anyMatch(other -> other.from().equals(from))) {
                problems.error(value.at("from"), "Beloppet har två värden från " + from, "Ta bort det ena.");
            } else if (from != null) {
                values.add(dated);
            }
        }
        if (!fields.has("values")) {
            problems.error(fields.at(), "Beloppet har inga värden", "Skriv 'values:' med from, value och source.");
        }
        values.sort(Comparator.comparing(Parameter.Dated::from));
        var parameter = new Parameter(fields.string("id"), fields.text("label"), fields.string("unit"),
                List.copyOf(values), fields.at());
        fields.nothingElse();
        return parameter;
    }

    PublicOrganisation organisation(Fields fields) {
        var phone = fields.optionalString("phone");
        twoSources(phone, sources(fields, "phoneSources"), "phoneSources", fields.at());
        var organisation = new PublicOrganisation(fields.string("id"), fields.text("name"),
                fields.choice("kind", PublicOrganisation.Kind.class, null),
                fields.optionalId("role", IdKind.ORGANISATION), fields.optionalId("municipality", IdKind.MUNICIPALITY),
                fields.optionalId("region", IdKind.REGION), fields.textLists("everydayNames"),
                common.url(fields, "website"), phone, fields.optionalString("phoneNote"),
                fields.has("website") || fields.has("source") ? common.source(fields) : null,
                fields.at());
        fields.nothingElse();
        holds(fields, "municipality", KnowledgeBase.MUNICIPALITY_ROLE);
        holds(fields, "region", KnowledgeBase.REGION_ROLE);
        return organisation;
    }

    private void holds(Fields fields, String place, String role) {
        if (fields.has(place) && !role.equals(fields.optionalString("role"))) {
            problems.error(fields.at(place), "'" + place + "' hör till den som har rollen " + role,
                    "Skriv 'role: " + role + "', eller ta bort '" + place + ":'.");
        }
    }

    LifeEvent lifeEvent(Fields fields) {
        var id = fields.string("id");
        var name = fields.text("name");
        var audience =
                fields.choice("audience", PublicService.Audience.class, PublicService.Audience.INDIVIDUAL);
        var summary = ServiceReader.summary(fields);
        var phrases = fields.textLists("phrases");
        var states = conditions.given(fields, "states");
        var services = new ArrayList<LifeEvent.Entry>();
        for (var item : fields.sequence("services")) {
            switch (item) {
                case ContentNode.Text text -> {
                    problems.refer(IdKind.SERVICE, new Position(fields.file, text.line()), text.value());
                    services.add(new LifeEvent.Entry(text.value(), LifeEvent.Show.ALWAYS));
                }
                case ContentNode.Mapping mapping -> {
                    var entry = new Fields(fields.file, mapping, Map.of(), problems);
                    services.add(new LifeEvent.Entry(entry.id("id", IdKind.SERVICE),
                            entry.choice("show", LifeEvent.Show.class, LifeEvent.Show.ALWAYS)));
                    entry.nothingElse();
                }
                default -> problems.error(new Position(fields.file, item.line()), "En tjänst i listan är ett id",
                        "Skriv '- barnets-namn'.");
            }
        }
        fields.nothingElse();
        return new LifeEvent(id, name, audience, summary, phrases, states, List.copyOf(services), fields.languages(),
                fields.at());
    }

    ServiceLevel level(Fields fields) {
        var tasks = EnumSet.noneOf(PublicService.DeskTask.class);
        var names = new ArrayList<>(Fields.choices(PublicService.DeskTask.class));
        names.remove("none");
        for (var task : fields.strings("tasks")) {
            if (names.contains(task)) {
                tasks.add(PublicService.DeskTask.values()[names.indexOf(task)]);
            } else {
                problems.error(fields.at("tasks"), "'" + task + "' är inget som görs vid en disk",
                        "Välj bland: " + String.join(", ", names) + ".");
            }
        }
        if (!fields.has("tasks")) {
            fields.missing("tasks");
        }
        var office = "any".equals(fields.string("office")) ? null : fields.id("office", IdKind.OFFICE);
        var level = new ServiceLevel(fields.string("id"), office, fields.id("authority", IdKind.ORGANISATION), tasks,
                fields.choice("scope", ServiceLevel.Scope.class, null), fields.text("by"),
                fields.optionalText("limit"), fields.optionalText("next"), fields.optionalText("agreement"),
                common.validity(fields), common.source(fields), fields.at());
        fields.nothingElse();
        return level;
    }

    Crisis crisis(Fields fields, Map<String, ContentNode.Mapping> translations) {
        var id = fields.string("id");
        var kind = fields.optionalString("kind");
        if (kind != null && !kind.equals("crisis")) {
            problems.error(fields.at("kind"), "'kind' kan bara vara crisis", "Skriv 'kind: crisis'.");
        }
        var text = fields.text("text");
        var contact = contact(fields, text, fields.at());
        var also = new ArrayList<Crisis.Contact>();
        for (var other : fields.itemsTranslatedTogether("also")) {
            var authority = other.optionalString("authority");
            also.add(contact(other, other.text("text", authority == null ? "" : authority), other.at()));
            other.nothingElse();
        }
        var phrases = fields.textLists("phrases");
        var crisis = new Crisis(id, text, contact, List.copyOf(also), phrases, patterns(fields, "triggers", translations),
                patterns(fields, "except", translations), fields.at());
        if (!fields.has("triggers") && !fields.has("phrases")) {
            problems.error(fields.at(), "Krisen har varken ordmönster eller fraser", "Skriv 'triggers:' eller 'phrases:'.");
        }
        fields.nothingElse();
        return crisis;
    }

    private Crisis.Contact contact(Fields fields, LocalText text, Position at) {
        var sources = sources(fields, "sources");
        var phone = fields.optionalString("phone");
        twoSources(phone, sources, "sources", at);
        if (sources.isEmpty() && phone == null) {
            problems.warning(at, "Källa saknas", "Skriv minst en källa i 'sources:'.");
        }
        return new Crisis.Contact(fields.id("authority", IdKind.ORGANISATION), phone, text, sources);
    }

    private List<Source> sources(Fields fields, String key) {
        var sources = new ArrayList<Source>();
        fields.itemsTranslatedTogether(key).forEach(source -> sources.add(common.sourceOf(source)));
        return List.copyOf(sources);
    }

    /// A number that is called has to stand in two places that did not copy it from each other.
    private void twoSources(String phone, List<Source> sources, String key, Position at) {
        long independent = sources.stream().map(Source::url).map(SharedReader::site).filter(site -> !site.isEmpty()).distinct().count();
        if (phone != null && independent < 2) {
            problems.error(at, "Numret " + phone + " har inte två oberoende källor",
                    "Skriv två källor från olika webbplatser i '" + key + ":', eller ta bort numret.");
        }
    }

    /// The host of an address, without `www`; empty where there is no address.
    private static String site(String url) {
        return url.replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("[:/?#].*", "");
    }

    private Map<String, List<PhrasePattern>> patterns(Fields fields, String key,
                                                      Map<String, ContentNode.Mapping> translations) {
        var patterns = new TreeMap<String, List<PhrasePattern>>();
        patterns.put(LocalText.SWEDISH, parsed(fields.file, fields.sequence(key)));
        translations.forEach((language, translation) -> {
            if (translation.get(key) instanceof ContentNode.Sequence sequence) {
                patterns.put(language, parsed(ContentLoader.translated(fields.file, language), sequence.items()));
            }
        });
        return Collections.unmodifiableMap(patterns);
    }

    private List<PhrasePattern> parsed(String file, List<ContentNode> nodes) {
        var patterns = new ArrayList<PhrasePattern>();
        for (var node : nodes) {
            if (node instanceof ContentNode.Text text) {
                try {
                    patterns.add(PhrasePattern.parse(text.value()));
                } catch (IllegalArgumentException wrong) {
                    problems.error(new Position(file, node.line()),
                            "Ordmönstret går inte att läsa: " + wrong.getMessage(),
                            "Skriv ord, a|b, ord*, [ord], {n} eller ... mellan ord.");
                }
            } else {
                problems.error(new Position(file, node.line()), "Ett ordmönster är en text",
                        "Skriv det i citattecken på en egen rad.");
            }
        }
        return List.copyOf(patterns);
    }

    FactPattern factPattern(Fields fields) {
        var fact = fields.id("fact", IdKind.FACT);
        var subject = fields.choice("subject", Subject.Kind.class, Subject.Kind.VISITOR);
        var written = fields.string("value");
        var value = written.equals("{n}") || written.isEmpty() || !conditions.knows(fact) ? null
                : conditions.value(fields.at("value"), fact, written);
        var patterns = new LinkedHashMap<String, List<PhrasePattern>>();
        for (var key : new LinkedHashSet<>(fields.keys())) {
            if (key.matches("[a-z]{2,3}")) {
                patterns.put(key, parsed(fields.file, fields.sequence(key)));
            }
        }
        fields.nothingElse();
        if (written.equals("{n}") && patterns.values().stream().flatMap(List::stream)
                .anyMatch(pattern -> pattern.parts().stream().noneMatch(PhrasePattern.Part.Number.class::isInstance))) {
            problems.error(fields.at(), "Värdet är {n} men ett mönster har inget {n}", "Skriv {n} där talet står.");
        }
        if (patterns.isEmpty()) {
            problems.error(fields.at(), "Uppgiften har inga ordmönster",
                    "Skriv dem per språk, till exempel 'sv: [...]'.");
        }
        return new FactPattern(fact, subject, value, Collections.unmodifiableMap(patterns), fields.at());
    }
}
