package se.vagvisaren.api.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import se.vagvisaren.api.view.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a body as strict JSON: nothing named twice, nothing after it, not longer than 64 KiB.
final class JsonBody {

    private static final int LONGEST = 64 * 1024;
    private static final int DEEPEST = 16;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private JsonBody() {
    }

    /// @throws ProblemException when it is too long or no JSON
    static JsonNode read(InputStream body, Texts texts) throws IOException {
        var bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new ProblemException(ProblemType.TOO_LARGE, texts);
        }
        try {
            var tree = JSON.readTree(bytes);
            if (!tree.isMissingNode()) {
                return tree;
            }
            throw malformed(texts, 1, 1);
        } catch (JacksonException malformed) {
            // The exception's own message repeats what was sent; its place does not.
            var at = malformed.getLocation();
            throw malformed(texts, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        }
    }

    private static ProblemException malformed(Texts texts, int line, int column) {
        var place = texts.get("error.malformed", Math.max(line, 1), Math.max(column, 1));
        return new ProblemException(ProblemType.MALFORMED_JSON, texts,
                List.of(new Problem.FieldError("", place, List.of())));
    }
}
