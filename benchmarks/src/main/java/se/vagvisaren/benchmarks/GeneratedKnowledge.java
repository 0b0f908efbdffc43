package se.vagvisaren.benchmarks;

import static se.vagvisaren.benchmarks.Content.DAY;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import se.vagvisaren.knowledge.Condition;
import se.vagvisaren.knowledge.Condition.Amount;
import se.vagvisaren.knowledge.Condition.Operator;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactDefinition.Derivation;
import se.vagvisaren.knowledge.FactDefinition.Type;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LegalResource;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.Position;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Source;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.knowledge.Validity;

/// Knowledge bases of any size, always the same for the same size: one rule, one step and eight phrases a service, the
/// services spread over 40 events, their conditions over 500 facts of the visitor. An event's services mostly ask for
/// the same facts, as real ones do.
final class GeneratedKnowledge {

    /// How many life events the services are spread over.
    static final int EVENTS = 40;
    private static final int FACTS = 500;
    private static final int FACTS_OF_AN_EVENT = 60;
    private static final int PHRASES = 8;
    private static final int HIGHEST = 100;
    private static final Position AT = new Position("generated.yaml", 1);
    private static final Source SOURCE = new Source("https://example.org", "2026-01-01", false, null);

    private final KnowledgeBase shipped;
    private final Random random = new Random(20261121);
    private final Wording wording;
    private final List<FactDefinition> facts = new ArrayList<>();

    /// @param shipped where places, authorities and words are taken from
    GeneratedKnowledge(KnowledgeBase shipped) {
        this.shipped = shipped;
        this.wording = new Wording(shipped, random);
    }

    /// A knowledge base of that many services.
    KnowledgeBase of(int size) {
        for (int i = 0; i < FACTS; i++) {
            facts.add(fact(i));
        }
        var pools = IntStream.range(0, EVENTS)
                .mapToObj(_ -> random.ints(FACTS_OF_AN_EVENT, 0, FACTS).toArray()).toList();
        var authorities = shipped.organisations().values().stream().filter(each -> each.role() == null).toList();
        var services = new LinkedHashMap<String, PublicService>();
        var entries = new ArrayList<List<LifeEvent.Entry>>();
        pools.forEach(_ -> entries.add(new ArrayList<>()));
        for (int i = 0; i < size; i++) {
            var service = service("service-" + i, i % EVENTS, authorities.get(i % authorities.size()).id(),
                    pools.get(i % EVENTS));
            services.put(service.id(), service);
            entries.get(i % EVENTS).add(new LifeEvent.Entry(service.id(), LifeEvent.Show.ALWAYS));
        }
        var events = new LinkedHashMap<String, LifeEvent>();
        for (int i = 0; i < EVENTS; i++) {
            var name = wording.compound();
            events.put(event(i), new LifeEvent(event(i), LocalText.swedish(name), PublicService.Audience.INDIVIDUAL,
                    LocalText.swedish(wording.phrase(name)), phrases(name), Map.of(), entries.get(i), Map.of(), AT));
        }
        var definitions = new LinkedHashMap<String, FactDefinition>();
        facts.forEach(fact -> definitions.put(fact.id(), fact));
        return new KnowledgeBase(shipped.organisations(), services, events, definitions, Map.of(), Map.of(), Map.of(),
                Map.of(), List.of(), List.of(), List.of(), shipped.places());
    }

    private static String event(int number) {
        return "event-" + number;
    }

    private Map<String, List<String>> phrases(String about) {
        return Map.of(LocalText.SWEDISH, IntStream.range(0, PHRASES).mapToObj(_ -> wording.phrase(about)).toList());
    }

    /// Of twenty facts twelve are yes or no, four a choice, three a number and one a date; one number follows from the
    /// date before it, and one yes or no from two others.
    private FactDefinition fact(int number) {
        return switch (number % 20) {
            case 0, 1, 2, 3 -> fact(number, Type.CHOICE, null);
            case 4 -> fact(number, Type.DATE, null);
            case 5 -> fact(number, Type.INTEGER, new Derivation.AgeInYears(id(number - 1)));
            case 6, 7 -> fact(number, Type.INTEGER, null);
            case 19 -> fact(number, Type.BOOLEAN, new Derivation.When(new Condition.Any(List.of(
                    test(number - 1, new Operator.Is(FactValue.YES)),
                    test(number - 2, new Operator.Is(FactValue.NO))))));
            default -> fact(number, Type.BOOLEAN, null);
        };
    }

    private static FactDefinition fact(int number, Type type, Derivation derivation) {
        var text = LocalText.swedish(id(number));
        var options = type != Type.CHOICE ? List.<FactDefinition.Option>of()
                : IntStream.range(0, 5).mapToObj(i -> new FactDefinition.Option("option-" + i, text)).toList();
        return new FactDefinition(id(number), Set.of(Subject.Kind.VISITOR), type, text, text, text, text, text, options,
                0L, (long) HIGHEST, false, derivation);
    }

    private static String id(int fact) {
        return "fact-" + fact;
    }

    private PublicService service(String id, int event, String authority, int[] pool) {
        var name = wording.compound();
        var text = LocalText.swedish("Ansöka om " + name);
        var rule = new PublicService.Requirement("rule", text, new LegalResource("SFS 2026:1", "1 §", "", ""),
                Validity.ALWAYS, SOURCE, Subject.Kind.VISITOR, condition(pool), null, AT);
        var step = new PublicService.Step(id + "/apply", id, text, PublicService.Modality.MUST,
                random.nextInt(4) == 0 ? test(pool) : null, List.of(), List.of(), null, null, List.of(),
                PublicService.DeskTask.APPLICATION, null, AT);
        return new PublicService(id, authority, PublicService.Audience.INDIVIDUAL, text,
                Map.of(LocalText.SWEDISH, List.of(name)), LocalText.swedish(wording.phrase(name)),
                List.of(event(event)), Subject.Kind.VISITOR, false, phrases(name), Validity.ALWAYS, List.of(),
                List.of(rule), List.of(step), new PublicService.Particulars(null, null, null, null, null, null),
                List.of(), SOURCE, DAY, DAY, List.of(), Map.of(), AT);
    }

    /// All of two to four parts: most of them one test, some of them any of several, some the contrary of one.
    private Condition condition(int[] pool) {
        return new Condition.All(IntStream.range(0, 2 + random.nextInt(3)).mapToObj(_ -> part(pool)).toList());
    }

    private Condition part(int[] pool) {
        int kind = random.nextInt(20);
        if (kind < 12) {
            return test(pool);
        }
        return kind < 17
                ? new Condition.Any(IntStream.range(0, 2 + random.nextInt(2)).mapToObj(_ -> test(pool)).toList())
                : new Condition.Not(test(pool));
    }

    private Condition test(int[] pool) {
        int number = random.nextInt(4) == 0 ? random.nextInt(FACTS) : pool[random.nextInt(pool.length)];
        boolean either = random.nextBoolean();
        return test(number, switch (facts.get(number).type()) {
            case BOOLEAN -> new Operator.Is(new FactValue.Flag(either));
            case CHOICE -> either ? new Operator.Is(option())
                    : new Operator.OneOf(Set.copyOf(List.of(option(), option())));
            case INTEGER -> either ? new Operator.AtLeast(number()) : new Operator.AtMost(number());
            case DATE -> either ? new Operator.Before(DAY.minusDays(random.nextInt(3650)))
                    : new Operator.Within(Period.ofMonths(1 + random.nextInt(12)));
            case MUNICIPALITY, REGION -> throw new IllegalStateException("No generated fact is a place.");
        });
    }

    private static Condition test(int fact, Operator operator) {
        return new Condition.Test(id(fact), null, operator);
    }

    private FactValue option() {
        return new FactValue.Choice("option-" + random.nextInt(5));
    }

    /// Round numbers, as in laws: so that several rules test the same.
    private Amount number() {
        return new Amount.Fixed(5L * random.nextInt(HIGHEST / 5));
    }
}
