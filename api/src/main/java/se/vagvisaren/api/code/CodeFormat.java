package se.vagvisaren.api.code;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;

/// How a code is written, version 1: base64url of the version, a checksum of four bytes, and the deflated lines.
///
/// A line is a letter and its words, with tabs between: `r` release, `e` events, `s` services, `f` subject and facts
/// with their values, `u` subject and facts not known, `o` office, `d` date, `a` audience.
final class CodeFormat {

    private static final int VERSION = 1;
    private static final int HEAD = 5;
    private static final int LONGEST_CODE = 8_000;
    private static final int LONGEST_TEXT = 64 * 1024;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /// Ids and values, as words that can stand in a code and be told back.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9åäöÅÄÖ_.+-]{1,80}");

    /// Strings that are common in codes, the commonest last. Never to be changed: old codes could not be read any more.
    private static final byte[] COMMON = (
            "skatteverket\tforsakringskassan\tpensionsmyndigheten\tarbetsformedlingen\tansokan\tanmalan"
            + "\tandring\tregistrering\tbostadsbidrag\tforaldrapenning\tbarnbidrag\tforskola-plats\t"
            + "efterlevande\tstarta-foretag\tanstalla-forsta\tanhorig-har-dott\tflytta-inom-sverige\t"
            + "fa-barn\tbarnets-namn\tflyttanmalan\tmalmo-rosengard\nacompany\nd2026-11-\nd2027-0\n"
            + "aindividual\nffcompany\t\nfdeceased\t\nfhelped\t\nfpartner\tarbetar\tfalse\nuvisitor\t\n"
            + "fchild/2\talder-manader\t\nfchild/1\talder\talder-manader\t\nfvisitor\tcivilstand\tgift\t"
            + "sambo\tfolkbokford\tarbetar\thar-\tar-\tfalse\ttrue\tkommun\t1280\ns\ne\nr")
            .getBytes(StandardCharsets.UTF_8);

    private CodeFormat() {
    }

    static String encode(GuidanceCode code) {
        var lines = new ArrayList<String>();
        line(lines, 'r', List.of(code.release()));
        line(lines, 'e', code.lifeEvents());
        line(lines, 's', code.services());
        code.facts().forEach((subject, facts) -> {
            var words = new ArrayList<>(List.of(subject.toString()));
            facts.forEach((fact, value) -> words.addAll(List.of(fact, value)));
            line(lines, 'f', words);
        });
        code.unknownFacts().forEach((subject, facts) -> {
            var words = new ArrayList<>(List.of(subject.toString()));
            words.addAll(facts);
            line(lines, 'u', words);
        });
        line(lines, 'o', code.office() == null ? List.of() : List.of(code.office()));
        line(lines, 'd', code.date() == null ? List.of() : List.of(code.date().toString()));
        line(lines, 'a', code.audience() == null ? List.of()
                : List.of(code.audience().name().toLowerCase(Locale.ROOT)));
        var text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        var packed = deflate(text);
        var all = ByteBuffer.allocate(HEAD + packed.length).put((byte) VERSION).putInt(checksum(text)).put(packed);
        return BASE64.encodeToString(all.array());
    }

    private static void line(List<String> lines, char letter, List<String> words) {
        if (!words.isEmpty()) {
            lines.add(letter + String.join("\t", words));
        }
    }

    /// @throws IllegalArgumentException or [java.time.DateTimeException] when it is not as [#encode] writes it
    static Optional<GuidanceCode> decode(String code) {
        var all = code.length() > LONGEST_CODE ? new byte[0] : Base64.getUrlDecoder().decode(code);
        // A code is written in one way only: spare bits at its end have to be as written, too.
        if (all.length <= HEAD || all[0] != VERSION || !BASE64.encodeToString(all).equals(code)) {
            return Optional.empty();
        }
        var text = inflate(all);
        if (checksum(text) != ByteBuffer.wrap(all).getInt(1)) {
            return Optional.empty();
        }
        var release = "";
        var events = List.<String>of();
        var services = List.<String>of();
        var facts = new TreeMap<Subject, SortedMap<String, String>>();
        var unknown = new TreeMap<Subject, TreeSet<String>>();
        String office = null;
        LocalDate date = null;
        PublicService.Audience audience = null;
        for (var line : new String(text, StandardCharsets.UTF_8).split("\n")) {
            if (line.isEmpty()) {
                throw new IllegalArgumentException("An empty line.");
            }
            var words = List.of(line.substring(1).split("\t"));
            switch (line.charAt(0)) {
                case 'r' -> release = word(words.getFirst());
                case 'e' -> events = words(words);
                case 's' -> services = words(words);
                case 'f' -> facts.put(subject(words), pairs(words));
                case 'u' -> unknown.put(subject(words), new TreeSet<>(words(words.subList(1, words.size()))));
                case 'o' -> office = word(words.getFirst());
                case 'd' -> date = LocalDate.parse(words.getFirst());
                case 'a' -> audience = PublicService.Audience.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
                default -> throw new IllegalArgumentException("No such line in a code.");
            }
        }
        return Optional.of(new GuidanceCode(release, events, services, facts, unknown, office, date, audience));
    }

    private static List<String> words(List<String> words) {
        return words.stream().map(CodeFormat::word).distinct().toList();
    }

    private static String word(String word) {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("No word that a code can hold.");
        }
        return word;
    }

    private static Subject subject(List<String> words) {
        return Subject.parse(words.getFirst()).orElseThrow(() -> new IllegalArgumentException("No subject."));
    }

    private static SortedMap<String, String> pairs(List<String> words) {
        if (words.size() % 2 == 0) {
            throw new IllegalArgumentException("A fact without a value.");
        }
        var pairs = new TreeMap<String, String>();
        for (int i = 1; i < words.size(); i += 2) {
            pairs.put(word(words.get(i)), word(words.get(i + 1)));
        }
        return pairs;
    }

    private static int checksum(byte[] text) {
        var crc = new CRC32();
        crc.update(text);
        return (int) crc.getValue();
    }

    private static byte[] deflate(byte[] text) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(COMMON);
            deflater.setInput(text);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] all) {
        var inflater = new Inflater(true);
        try {
            inflater.setDictionary(COMMON);
            inflater.setInput(all, HEAD, all.length - HEAD);
            var text = new byte[LONGEST_TEXT];
            int length = inflater.inflate(text);
            if (!inflater.finished() || inflater.getRemaining() > 0) {
                throw new IllegalArgumentException("Cut short, or too long.");
            }
            return Arrays.copyOf(text, length);
        } catch (DataFormatException damaged) {
            throw new IllegalArgumentException("Not deflated.", damaged);
        } finally {
            inflater.end();
        }
    }
}
