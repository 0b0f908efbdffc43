package se.vagvisaren.api.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import se.vagvisaren.engine.Guidance;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;

/// What a checklist was made from, in ids and answers: enough to make it again, and nothing that tells who asked.
///
/// No free text, no fact that is personal (an age stands in for a birth date), nothing of a crisis. Equal for all
/// languages.
///
/// @param release      the release that answered
/// @param lifeEvents   events asked about, by id
/// @param services     services asked about, by id
/// @param facts        what was known, as it is written over HTTP, by subject and fact
/// @param unknownFacts questions answered with "I don't know", by subject
/// @param office       the service office, or null
/// @param date         the day asked about; null when it was simply today
/// @param audience     who asked; null when not said
public record GuidanceCode(String release, List<String> lifeEvents, List<String> services,
                           SortedMap<Subject, SortedMap<String, String>> facts,
                           SortedMap<Subject, TreeSet<String>> unknownFacts, String office, LocalDate date,
                           PublicService.Audience audience) {

    /// A question made again from a code.
    ///
    /// @param dropped ids in the code that are not known any longer and were left out
    public record Restored(GuidanceRequest request, List<String> dropped) {
    }

    /// The code of an answer; empty in a crisis, and when no event or service was understood.
    ///
    /// @param keepDate whether the day is part of the question
    public static Optional<GuidanceCode> of(String release, GuidanceRequest request, Guidance guidance,
                                            KnowledgeBase knowledge, boolean keepDate) {
        var asked = guidance.asked();
        if (guidance.outcome() == Guidance.Outcome.CRISIS
                || asked.lifeEvents().isEmpty() && asked.services().isEmpty()) {
            return Optional.empty();
        }
        var facts = new TreeMap<Subject, SortedMap<String, String>>();
        asked.facts().forEach((subject, known) -> {
            var kept = new TreeMap<String, String>();
            var given = request.facts().getOrDefault(subject, Map.of());
            known.forEach((fact, value) -> {
                if (knowledge.facts().get(fact).personal()) {
                    standIns(fact, value, subject, guidance.date(), knowledge).forEach((age, years) -> {
                        if (!given.containsKey(age)) {
                            kept.put(age, years);
                        }
                    });
                } else {
                    kept.putIfAbsent(fact, value.toString());
                }
            });
            if (!kept.isEmpty()) {
                facts.put(subject, kept);
            }
        });
        var unknown = new TreeMap<Subject, TreeSet<String>>();
        asked.unknownFacts().forEach((subject, ids) -> {
            if (!ids.isEmpty()) {
                unknown.put(subject, new TreeSet<>(ids));
            }
        });
        return Optional.of(new GuidanceCode(release, asked.lifeEvents(), asked.services(), facts, unknown,
                request.office(), keepDate ? guidance.date() : null, request.audience()));
    }

    /// The ages that follow from a date that is personal. They go before what an event states by itself.
    private static Map<String, String> standIns(String personal, FactValue value, Subject subject, LocalDate on,
                                                KnowledgeBase knowledge) {
        var found = new TreeMap<String, String>();
        if (!(value instanceof FactValue.Day(LocalDate day))) {
            return found;
        }
        for (var fact : knowledge.facts().values()) {
            var age = switch (fact.derivation()) {
                case FactDefinition.Derivation.AgeInYears years when years.dateFact().equals(personal) ->
                        ChronoUnit.YEARS.between(day, on);
                case FactDefinition.Derivation.AgeInMonths months when months.dateFact().equals(personal) ->
                        ChronoUnit.MONTHS.between(day, on);
                case null, default -> -1L;
            };
            if (age >= 0 && fact.of().contains(subject.kind())
                    && Answers.possible(fact, new FactValue.Whole(age), knowledge)) {
                found.put(fact.id(), Long.toString(age));
            }
        }
        return found;
    }

    /// The code as it stands in an address: short, ASCII, the same for the same question.
    public String encoded() {
        return CodeFormat.encode(this);
    }

    /// Reads a code; empty when it is damaged or was never one.
    public static Optional<GuidanceCode> decode(String code) {
        try {
            return CodeFormat.decode(code);
        } catch (IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    /// The question again, as far as its ids are still known.
    ///
    /// @param knowledge what is in force on the day asked about
    /// @param day       the day asked about
    /// @param language  the reader's language
    public Restored restore(KnowledgeBase knowledge, LocalDate day, String language) {
        var dropped = new ArrayList<String>();
        var known = new LinkedHashMap<Subject, Map<String, FactValue>>();
        var answers = new Answers(knowledge);
        facts.forEach((subject, written) -> {
            var values = new TreeMap<String, FactValue>();
            written.forEach((fact, word) -> {
                var value = may(fact, subject, knowledge) ? answers.read(fact, word) : Optional.<FactValue>empty();
                value.ifPresentOrElse(each -> values.put(fact, each), () -> dropped.add(fact));
            });
            known.put(subject, values);
        });
        var unknown = new LinkedHashMap<Subject, Set<String>>();
        unknownFacts.forEach((subject, ids) -> unknown.put(subject,
                new TreeSet<>(keep(ids, fact -> may(fact, subject, knowledge), dropped))));
        var events = keep(lifeEvents, knowledge.lifeEvents()::containsKey, dropped);
        var chosen = keep(services, knowledge.services()::containsKey, dropped);
        var at = office == null ? List.<String>of() : keep(List.of(office), knowledge.offices()::containsKey, dropped);
        return new Restored(new GuidanceRequest("", language, events, chosen, known, unknown,
                at.isEmpty() ? null : at.getFirst(), day, audience), dropped.stream().distinct().sorted().toList());
    }

    private static boolean may(String fact, Subject subject, KnowledgeBase knowledge) {
        var definition = knowledge.facts().get(fact);
        return definition != null && !definition.personal() && definition.of().contains(subject.kind());
    }

    private static List<String> keep(Iterable<String> ids, Predicate<String> known, List<String> dropped) {
        var kept = new ArrayList<String>();
        ids.forEach(id -> (known.test(id) ? kept : dropped).add(id));
        return kept;
    }
}
