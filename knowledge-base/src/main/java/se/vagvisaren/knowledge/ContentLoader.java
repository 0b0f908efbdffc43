package se.vagvisaren.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads the content and reports all of its problems at once. The format is described in `docs/content-format.md`.
public final class ContentLoader {

    private static final Pattern TRANSLATION = Pattern.compile("(.+)\\.([a-z]{2,3}(?:-[A-Za-z0-9-]+)?)\\.yaml");

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
    private final Map<String, byte[]> tables = new TreeMap<>();

    private ContentLoader(List<ContentFile> files) {
        for (var file : files) {
            if (file.path().endsWith(".csv")) {
                tables.put(file.path(), file.bytes());
                continue;
            }
            var node = YamlReader.read(file, problems);
            var translation = TRANSLATION.matcher(file.path());
            if (node.isEmpty()) {
                continue;
            }
            if (!translation.matches()) {
                originals.put(file.path(), node.get());
            } else if (node.get() instanceof ContentNode.Mapping mapping) {
                translations.computeIfAbsent(translation.group(1) + ".yaml", _ -> new TreeMap<>()).put(translation.group(2), mapping);
            } else {
                problems.error(new Position(file.path(), 1), "En översättning ska ha fält", "Skriv samma fält som i originalet, med texterna översatta.");
            }
        }
        translations.keySet().stream().filter(original -> !originals.containsKey(original)).forEach(original ->
                problems.error(new Position(translationOf(original), 1), "Översättningen har inget original",
                        "Lägg " + original + " bredvid den, eller ta bort den."));
    }

    private String translationOf(String original) {
        return original.replace(".yaml", "." + translations.get(original).keySet().iterator().next() + ".yaml");
    }

    /// Loads all of these files.
    public static Loaded load(List<ContentFile> files) {
        return new ContentLoader(files).load();
    }

    private Loaded load() {
        var places = new PlaceReader(tables, problems).places();
        var acts = new LinkedHashMap<String, LegalResource>();
        for (var item : lists("acts/")) {
            var act = item.string("id");
            acts.put(act, new LegalResource(act, "", item.string("name"), new CommonReader(acts, problems).url(item, "url")));
            item.nothingElse();
        }
        var common = new CommonReader(acts, problems);
        var types = new FactTypes(factTypes(), places.municipalities().keySet());
        var conditions = new ConditionReader(types, problems);
        var shared = new SharedReader(common, conditions, problems);
        var services = new ServiceReader(common, conditions, problems);

        var facts = new LinkedHashMap<String, FactDefinition>();
        var factLines = new LinkedHashMap<String, Position>();
        lists("facts/").forEach(item -> add(facts, shared.fact(item), FactDefinition::id, item.at(), factLines));
        var evidence = new LinkedHashMap<String, Evidence>();
        lists("documents/").forEach(item -> add(evidence, shared.evidence(item), Evidence::id, item.at(), new LinkedHashMap<>()));
        var parameters = new LinkedHashMap<String, Parameter>();
        lists("parameters/").forEach(item -> add(parameters, shared.parameter(item), Parameter::id, item.at(), new LinkedHashMap<>()));
        var organisations = new LinkedHashMap<String, PublicOrganisation>();
        documents("organisation.yaml").forEach(item -> add(organisations, shared.organisation(item), PublicOrganisation::id, item.at(), new LinkedHashMap<>()));
        var loaded = new LinkedHashMap<String, PublicService>();
        var layerFiles = new ArrayList<Fields>();
        for (var fields : documents("services/")) {
            if (fields.has("extends")) {
                layerFiles.add(fields);
            } else {
                named(fields);
                add(loaded, services.service(fields), PublicService::id, fields.at(), new LinkedHashMap<>());
            }
        }
        var layers = new LinkedHashMap<String, Map<String, LocalLayer>>();
        for (var fields : layerFiles) {
            var layer = services.layer(fields, loaded);
            layers.computeIfAbsent(layer.service(), _ -> new LinkedHashMap<>()).put(layer.organisation(), layer);
        }
        var events = new LinkedHashMap<String, LifeEvent>();
        for (var fields : documents("life-events/")) {
            named(fields);
            add(events, shared.lifeEvent(fields), LifeEvent::id, fields.at(), new LinkedHashMap<>());
        }
        var crises = new ArrayList<Crisis>();
        documents("crisis/").forEach(fields -> crises.add(shared.crisis(fields, translations.getOrDefault(fields.file, Map.of()))));
        var levels = new ArrayList<ServiceLevel>();
        lists("offices/").forEach(fields -> levels.add(shared.level(fields)));
        var patterns = new ArrayList<FactPattern>();
        lists("patterns/").forEach(fields -> patterns.add(shared.factPattern(fields)));
        var offices = new PlaceReader(tables, problems).offices(organisations.keySet(), places);

        var knowledge = new KnowledgeBase(organisations, loaded, events, facts, evidence, parameters, layers, offices,
                List.copyOf(levels), List.copyOf(crises), List.copyOf(patterns), places);
        new IntegrityCheck(knowledge, problems, factLines).run();
        new TranslationCheck(originals, translations, problems).run();
        return new Loaded(problems.anyError() ? Optional.empty() : Optional.of(knowledge), problems.sorted());
    }

    private Map<String, FactTypes.Known> factTypes() {
        var types = new LinkedHashMap<String, FactTypes.Known>();
        var quiet = new Problems();
        originals.forEach((path, node) -> {
            if (in(path, "facts/") && node instanceof ContentNode.Sequence sequence) {
                for (var item : sequence.items()) {
                    if (item instanceof ContentNode.Mapping mapping) {
                        var fields = new Fields(path, mapping, Map.of(), quiet);
                        types.put(fields.string("id"), new FactTypes.Known(fields.choice("type", FactDefinition.Type.class, null),
                                fields.itemsTranslatedTogether("options").stream().map(option -> option.string("value")).toList()));
                    }
                }
            }
        });
        return types;
    }

    private static boolean in(String path, String folder) {
        return folder.endsWith("/") ? ("/" + path).contains("/" + folder) : ("/" + path).endsWith("/" + folder);
    }

    private List<Fields> documents(String folder) {
        var found = new ArrayList<Fields>();
        originals.forEach((path, node) -> {
            if (in(path, folder)) {
                if (node instanceof ContentNode.Mapping mapping) {
                    found.add(new Fields(path, mapping, translations.getOrDefault(path, Map.of()), problems));
                } else {
                    problems.error(new Position(path, node.line()), "Filen ska börja med fält", "Börja med 'id: …'.");
                }
            }
        });
        return found;
    }

    private List<Fields> lists(String folder) {
        var found = new ArrayList<Fields>();
        originals.forEach((path, node) -> {
            if (in(path, folder) && !path.endsWith("provenance.yaml")) {
                if (node instanceof ContentNode.Sequence sequence) {
                    sequence.items().forEach(item -> listItem(path, item, found));
                } else {
                    problems.error(new Position(path, node.line()), "Filen ska vara en lista", "Börja varje post med '- id: …'.");
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
    private void named(Fields fields) {
        var name = fields.file.substring(fields.file.lastIndexOf('/') + 1).replace(".yaml", "");
        if (fields.has("id") && !name.equals(fields.string("id"))) {
            problems.error(fields.at("id"), "Filen heter '" + name + ".yaml' men id är '" + fields.string("id") + "'", "Ge dem samma namn.");
        }
    }

    private <T> void add(Map<String, T> all, T one, java.util.function.Function<T, String> id, Position at, Map<String, Position> lines) {
        var key = id.apply(one);
        if (!key.isEmpty() && !key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            problems.error(at, "'" + key + "' är inget id", "Använd små bokstäver a-z, siffror och bindestreck.");
        }
        lines.put(key, at);
        if (all.putIfAbsent(key, one) != null) {
            problems.error(at, "Id '" + key + "' finns redan", "Välj ett annat id, eller ta bort dubbletten.");
        }
    }
}
