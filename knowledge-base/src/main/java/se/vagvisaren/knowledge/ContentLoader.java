package se.vagvisaren.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the content and reports all of its problems at once. The format is described in `docs/content-format.md`.
public final class ContentLoader {

    private static final Pattern TRANSLATION = Pattern.compile("(.+)\\.([a-z]{2,3}(?:-[A-Za-z0-9-]+)?)\\.yaml");
    private static final String PROVENANCE = "provenance.yaml";
    private static final List<String> PLACES = List.of("acts/", "facts/", "documents/", "parameters/", "services/",
            "life-events/", "crisis/", "offices/", "patterns/", "organisation.yaml", PROVENANCE);

    /// What came of loading: the knowledge base unless there is an error, and all problems, by file and line.
    public record Loaded(Optional<KnowledgeBase> knowledge, List<ContentProblem> problems) {

        /// The knowledge base.
        ///
        /// @throws IllegalStateException with all problems when there are errors
        public KnowledgeBase orThrow() {
            return knowledge.orElseThrow(() -> new IllegalStateException(String.join("\n",
                    problems.stream().map(ContentProblem::toString).toList())));
        }
    }

    private final Problems problems = new Problems();
    private final Map<String, ContentNode> originals = new TreeMap<>();
    private final Map<String, Map<String, ContentNode.Mapping>> translations = new TreeMap<>();
    private final Map<String, ContentFile> tables = new TreeMap<>();

    private ContentLoader(List<ContentFile> files) {
        files.stream().filter(file -> file.path().endsWith(".csv")).forEach(file -> tables.put(file.path(), file));
        var written = files.stream().filter(file -> !file.path().endsWith(".csv")).toList();
        var nodes = written.parallelStream().map(file -> YamlReader.read(file, problems)).toList();
        for (int number = 0; number < nodes.size(); number++) {
            var path = written.get(number).path();
            nodes.get(number).ifPresent(node -> sort(path, node));
        }
        var paths = files.stream().map(ContentFile::path).collect(Collectors.toSet());
        translations.forEach((original, byLanguage) -> byLanguage.keySet().forEach(language -> {
            if (!paths.contains(original)) {
                problems.error(new Position(translated(original, language), 1), "Översättningen har inget original",
                        "Lägg " + original + " bredvid den, eller ta bort den.");
            }
        }));
        Collection<String> known = new LinkedHashSet<>(PlaceReader.ALL);
        tables.keySet().stream().filter(path -> !known.contains(path)).forEach(path ->
                problems.error(new Position(path, 1), "Tabellen läses inte", Problems.nearest(path, known)));
        originals.keySet().stream().filter(path -> PLACES.stream().noneMatch(place -> IdKind.in(path, place)))
                .forEach(path -> problems.error(new Position(path, 1), "Filen ligger där inget läses",
                        "Lägg den i services/, documents/, parameters/ eller en annan mapp som formatet nämner."));
    }

    private void sort(String path, ContentNode node) {
        var translation = TRANSLATION.matcher(path);
        if (!translation.matches()) {
            originals.put(path, node);
        } else if (node instanceof ContentNode.Mapping mapping) {
            translations.computeIfAbsent(translation.group(1) + ".yaml", _ -> new TreeMap<>())
                    .put(translation.group(2), mapping);
        } else {
            problems.error(new Position(path, 1), "En översättning ska ha fält",
                    "Skriv samma fält som i originalet, med texterna översatta.");
        }
    }

    /// The file in which the translation of a file stands.
    static String translated(String original, String language) {
        return original.replaceFirst("\\.yaml$", "." + language + ".yaml");
    }

    static boolean isTranslation(String path) {
        return TRANSLATION.matcher(path).matches();
    }

    /// Loads all of these files.
    public static Loaded load(List<ContentFile> files) {
        return new ContentLoader(files).load();
    }

    private Loaded load() {
        var acts = new LinkedHashMap<String, LegalResource>();
        var common = new CommonReader(acts, problems);
        for (var item : lists("acts/")) {
            act(item, acts, common);
        }
        var tableReader = new PlaceReader(tables, common, problems);
        var places = tableReader.places();
        var conditions = new ConditionReader(new FactTypes(factTypes(), places.municipalities().keySet()), problems);
        var shared = new SharedReader(common, conditions, problems);
        var services = new ServiceReader(common, conditions, problems);

        var factLines = new LinkedHashMap<String, Position>();
        var facts = read(lists("facts/"), fields -> {
            var fact = shared.fact(fields);
            factLines.putIfAbsent(fact.id(), fields.at());
            return fact;
        }, FactDefinition::id);
        var evidence = read(lists("documents/"), shared::evidence, Evidence::id);
        var parameters = read(lists("parameters/"), shared::parameter, Parameter::id);
        var organisations = read(documents("organisation.yaml"), shared::organisation, PublicOrganisation::id);
        var isLayer = new ArrayList<Fields>();
        var isService = new ArrayList<Fields>();
        documents("services/").forEach(fields -> (fields.has("extends") ? isLayer : isService).add(fields));
        var base = read(named(isService, "id"), services::service, PublicService::id);
        var layers = new LinkedHashMap<String, Map<String, LocalLayer>>();
        for (var fields : named(isLayer, "extends")) {
            var layer = services.layer(fields, base);
            var earlier = layers.computeIfAbsent(layer.service(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(layer.organisation(), layer);
            if (earlier != null) {
                problems.error(fields.at(), "'" + layer.organisation() + "' har redan ett lager över '"
                        + layer.service() + "'", "Lägg ihop det med " + earlier.at().file() + ".");
            }
        }
        var events = read(named(documents("life-events/"), "id"), shared::lifeEvent, LifeEvent::id);
        var crises = read(named(documents("crisis/"), "id"), fields ->
                shared.crisis(fields, translations.getOrDefault(fields.file, Map.of())), Crisis::id);
        var levels = read(lists("offices/"), shared::level, ServiceLevel::id);
        var patterns = lists("patterns/").stream().map(shared::factPattern).toList();
        var offices = tableReader.offices(organisations.keySet(), places);
        provenance(common);

        var knowledge = new KnowledgeBase(organisations, base, events, facts, evidence, parameters, layers, offices,
                List.copyOf(levels.values()), List.copyOf(crises.values()), patterns, places);
        problems.resolve(known(knowledge));
        new IntegrityCheck(knowledge, problems, factLines).run();
        new CircleCheck(knowledge, problems, factLines).run();
        new TranslationCheck(originals, translations, problems).run();
        return new Loaded(problems.anyError() ? Optional.empty() : Optional.of(knowledge), problems.sorted());
    }

    private static Map<IdKind, Set<String>> known(KnowledgeBase knowledge) {
        var known = new EnumMap<IdKind, Set<String>>(IdKind.class);
        known.put(IdKind.SERVICE, knowledge.services().keySet());
        known.put(IdKind.LIFE_EVENT, knowledge.lifeEvents().keySet());
        known.put(IdKind.FACT, knowledge.facts().keySet());
        known.put(IdKind.DOCUMENT, knowledge.evidence().keySet());
        known.put(IdKind.AMOUNT, knowledge.parameters().keySet());
        known.put(IdKind.ORGANISATION, knowledge.organisations().keySet());
        known.put(IdKind.OFFICE, knowledge.offices().keySet());
        known.put(IdKind.MUNICIPALITY, knowledge.places().municipalities().keySet());
        known.put(IdKind.REGION, knowledge.places().regions().keySet());
        return known;
    }

    private void act(Fields fields, Map<String, LegalResource> acts, CommonReader common) {
        var number = fields.string("id");
        var url = common.url(fields, "url");
        if (!fields.has("url")) {
            fields.missing("url");
        }
        if (acts.putIfAbsent(number, new LegalResource(number, "", fields.string("name"), url)) != null) {
            problems.error(fields.at(), "Id '" + number + "' finns redan",
                    "Välj ett annat id, eller ta bort dubbletten.");
        }
        fields.nothingElse();
    }

    /// Each table has a source, since its rows state places, addresses and hours.
    private void provenance(CommonReader common) {
        var told = new LinkedHashSet<String>();
        for (var fields : documents(PROVENANCE)) {
            var folder = fields.file.substring(0, fields.file.length() - PROVENANCE.length());
            for (var name : fields.keys()) {
                var table = fields.optionalChild(name);
                told.add(folder + name);
                if (table != null) {
                    common.source(table);
                    table.string("licence");
                    table.optionalString("note");
                    table.nothingElse();
                }
            }
        }
        tables.keySet().stream().filter(path -> PlaceReader.ALL.contains(path) && !told.contains(path))
                .forEach(path -> problems.warning(new Position(path, 1), "Tabellen har ingen källa",
                        "Skriv den i provenance.yaml bredvid tabellen."));
    }

    private Map<String, FactTypes.Known> factTypes() {
        var types = new LinkedHashMap<String, FactTypes.Known>();
        var quiet = new Problems();
        originals.forEach((path, node) -> {
            if (IdKind.in(path, "facts/") && node instanceof ContentNode.Sequence sequence) {
                for (var item : sequence.items()) {
                    if (item instanceof ContentNode.Mapping mapping) {
                        var fields = new Fields(path, mapping, Map.of(), quiet);
                        types.put(fields.string("id"), new FactTypes.Known(
                                fields.choice("type", FactDefinition.Type.class, null),
                                fields.itemsTranslatedTogether("options").stream()
                                        .map(option -> option.string("value")).toList()));
                    }
                }
            }
        });
        return types;
    }

    private List<Fields> documents(String place) {
        var found = new ArrayList<Fields>();
        originals.forEach((path, node) -> {
            if (IdKind.in(path, place)) {
                if (node instanceof ContentNode.Mapping mapping) {
                    found.add(new Fields(path, mapping, translations.getOrDefault(path, Map.of()), problems));
                } else {
                    problems.unreadable(new Position(path, node.line()), "Filen ska börja med fält",
                            "Börja med 'id: …'.");
                }
            }
        });
        return found;
    }

    private List<Fields> lists(String folder) {
        var found = new ArrayList<Fields>();
        originals.forEach((path, node) -> {
            if (IdKind.in(path, folder) && !IdKind.in(path, PROVENANCE)) {
                if (node instanceof ContentNode.Sequence sequence) {
                    sequence.items().forEach(item -> listItem(path, item, found));
                } else {
                    problems.unreadable(new Position(path, node.line()), "Filen ska vara en lista",
                            "Börja varje post med '- id: …'.");
                }
            }
        });
        return found;
    }

    private void listItem(String path, ContentNode item, List<Fields> found) {
        if (item instanceof ContentNode.Mapping mapping) {
            var id = mapping.get("id") instanceof ContentNode.Text text ? text.value() : null;
            var translated = new LinkedHashMap<String, ContentNode.Mapping>();
            translations.getOrDefault(path, Map.of()).forEach((language, translation) -> {
                if (id != null && translation.mapping(id) != null) {
                    translated.put(language, translation.mapping(id));
                }
            });
            found.add(new Fields(path, mapping, translated, problems));
        } else {
            problems.error(new Position(path, item.line()), "Posten ska ha fält", "Skriv '- id: …' och fälten under.");
        }
    }

    /// A file is named after the id in it, so that an editor finds it.
    private List<Fields> named(List<Fields> files, String idKey) {
        for (var fields : files) {
            var name = fields.file.substring(fields.file.lastIndexOf('/') + 1).replace(".yaml", "");
            if (fields.node.get(idKey) instanceof ContentNode.Text id && !name.equals(id.value())) {
                problems.error(fields.at(idKey), "Filen heter '" + name + ".yaml' men " + idKey + " är '" + id.value()
                        + "'", "Ge dem samma namn.");
            }
        }
        return files;
    }

    private <T> Map<String, T> read(List<Fields> all, Function<Fields, T> reader, Function<T, String> id) {
        var read = new LinkedHashMap<String, T>();
        for (var fields : all) {
            var one = reader.apply(fields);
            var key = id.apply(one);
            problems.mustBeId(fields.at("id"), key);
            if (read.putIfAbsent(key, one) != null && !key.isEmpty()) {
                problems.error(fields.at("id"), "Id '" + key + "' finns redan",
                        "Välj ett annat id, eller ta bort dubbletten.");
            }
        }
        return read;
    }
}
