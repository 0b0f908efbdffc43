package se.vagvisaren.api.view;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.vagvisaren.engine.Guidance;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.PublicService;

/// Which of the languages that the content has a reader gets.
public final class Languages {

    /// Both are asked with every request, the same as long as the content is.
    private static final LoadingCache<KnowledgeBase, SortedSet<String>> OFFERED = Caffeine.newBuilder().weakKeys().build(Languages::translated);
    private static final LoadingCache<KnowledgeBase, SortedSet<String>> UNDERSTOOD = Caffeine.newBuilder().weakKeys().build(Languages::withPhrases);

    private Languages() {
    }

    /// The languages in which questions are understood.
    public static SortedSet<String> understood(KnowledgeBase knowledge) {
        return UNDERSTOOD.get(knowledge);
    }

    private static SortedSet<String> withPhrases(KnowledgeBase knowledge) {
        var understood = new TreeSet<>(offered(knowledge));
        knowledge.lifeEvents().values().forEach(event -> understood.addAll(event.phrases().keySet()));
        return Collections.unmodifiableSortedSet(understood);
    }

    /// The languages in which something in the content can be read, and the page around it: Swedish and easy Swedish, and
    /// those of the content in which there are the product's own texts too.
    public static SortedSet<String> offered(KnowledgeBase knowledge) {
        return OFFERED.get(knowledge);
    }

    private static SortedSet<String> translated(KnowledgeBase knowledge) {
        var offered = new TreeSet<>(List.of(LocalText.SWEDISH, LocalText.EASY_SWEDISH));
        Stream.concat(knowledge.services().values().stream().map(PublicService::name), knowledge.lifeEvents().values().stream().map(LifeEvent::name))
                .forEach(name -> offered.addAll(name.byLanguage().keySet()));
        offered.removeIf(language -> !Texts.LANGUAGES.contains(Locale.forLanguageTag(language).getLanguage()));
        return Collections.unmodifiableSortedSet(offered);
    }

    /// The language in which to answer who wrote in one language on a page that was chosen in another: who chose Swedish or
    /// English gets what the question is written in, but for Swedish on an English page.
    public static String ofAnswer(String page, String written) {
        var plain = Locale.forLanguageTag(page).getLanguage();
        return written.equals(LocalText.SWEDISH) || !plain.equals(LocalText.SWEDISH) && !plain.equals(LocalText.ENGLISH) ? page : written;
    }

    /// The language in which a whole answer can be read: the one wanted, or English where a part of the answer has not
    /// been translated into it. Swedish and English stand for themselves.
    public static String forReading(Guidance guidance, String wanted) {
        var texts = new ArrayList<LocalText>();
        guidance.understood().lifeEvents().forEach(event -> texts.add(event.name()));
        // In an emergency the first contact in one's own language is worth more than everything in English.
        boolean isCrisis = guidance.outcome() == Guidance.Outcome.CRISIS;
        guidance.notices().stream().limit(isCrisis ? 1 : Long.MAX_VALUE).forEach(notice -> texts.add(notice.text()));
        guidance.questions().stream().filter(question -> !isCrisis).forEach(question -> {
            texts.add(question.text());
            texts.add(question.why());
            question.options().forEach(option -> texts.add(option.label()));
        });
        guidance.steps().forEach(step -> {
            texts.add(step.service().name());
            texts.add(step.step().action());
            texts.add(step.step().ifMissed());
            texts.add(step.cost());
            step.because().forEach(reason -> texts.add(reason.text()));
            step.step().channels().forEach(channel -> texts.add(channel.text()));
            texts.add(step.deadline() == null ? null : step.deadline().text());
            var facts = step.service().facts();
            texts.addAll(Arrays.asList(facts.processingTime(), facts.appealTo(), facts.representation(), facts.withoutEid()));
            var level = step.desk() == null ? null : step.desk().level();
            if (level != null) {
                texts.addAll(Arrays.asList(level.by(), level.limit(), level.next()));
            }
        });
        guidance.documents().forEach(document -> texts.addAll(Arrays.asList(document.evidence().name(), document.evidence().howToGet())));
        return texts.stream().allMatch(text -> text == null || canBeRead(text, wanted)) ? wanted : LocalText.ENGLISH;
    }

    /// How an answer has been translated: `reviewed` by people, or `machine-unreviewed`; null in Swedish.
    static String translation(Guidance guidance, String language, KnowledgeBase knowledge) {
        if (language.startsWith(LocalText.SWEDISH)) {
            return null;
        }
        var services = guidance.steps().stream().map(step -> knowledge.services().get(step.service().id())).map(PublicService::languages);
        var events = guidance.understood().lifeEvents().stream().map(event -> knowledge.lifeEvents().get(event.id())).map(LifeEvent::languages);
        // What is said in an emergency has no such mark: nobody has reviewed it.
        boolean reviewed = guidance.outcome() != Guidance.Outcome.CRISIS
                && Stream.concat(services, events).allMatch(languages -> languages.getOrDefault(language, false));
        return reviewed ? "reviewed" : "machine-unreviewed";
    }

    /// Whether a text is there in a language, or may stand in Swedish.
    public static boolean canBeRead(LocalText text, String language) {
        return Locale.forLanguageTag(language).getLanguage().equals(LocalText.SWEDISH) || language.equals(LocalText.ENGLISH) || text.only(language).isPresent();
    }

    /// The offered language for a BCP 47 tag: itself, or its language without region; Swedish when neither is offered.
    public static String choose(String tag, SortedSet<String> offered) {
        return match(tag, offered).orElse(LocalText.SWEDISH);
    }

    /// The offered language that fits an `Accept-Language` header best, Swedish when none does or there is no header.
    public static String negotiate(String header, SortedSet<String> offered) {
        if (header == null || header.length() > 500) {
            return LocalText.SWEDISH;
        }
        var wanted = new ArrayList<Locale.LanguageRange>();
        try {
            wanted.addAll(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException malformed) {
            return LocalText.SWEDISH;
        }
        return wanted.stream().flatMap(range -> match(range.getRange(), offered).stream()).findFirst()
                .orElse(LocalText.SWEDISH);
    }

    private static Optional<String> match(String tag, SortedSet<String> offered) {
        var plain = Locale.forLanguageTag(tag).getLanguage();
        return Stream.concat(offered.stream().filter(each -> each.equalsIgnoreCase(tag)),
                offered.stream().filter(each -> each.equals(plain))).findFirst();
    }
}
