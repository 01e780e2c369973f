package nl.plein.cms.kernel;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON (RFC 8259), strictly: no double keys, no trailing tokens, bounded depth and lengths. */
public final class Json {

    /** Characters in one string, and so in one field of an entry. */
    public static final int LONGEST_STRING = 1_048_576;

    private static final int DEEPEST = 200;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LONGEST_STRING)
                            .maxNameLength(1_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final JsonMapper CANONICAL = MAPPER.rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** @throws Invalid {@code malformed-json}, with line and column */
    public static JsonNode parse(String text) {
        try {
            return refuseNothing(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /**
     * @param bytes UTF-8; other encodings are refused
     * @throws Invalid {@code malformed-json}, with line and column
     */
    public static JsonNode parse(byte[] bytes) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString());
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new Invalid("malformed-json", "This is no valid JSON: the bytes are not UTF-8.");
        }
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Members sorted by name, no white space: equal values have equal texts. For hashes, not for the wire. */
    public static String canonical(JsonNode value) {
        return CANONICAL.writeValueAsString(value);
    }

    private static JsonNode refuseNothing(JsonNode value) {
        if (value.isMissingNode()) {
            throw new Invalid("malformed-json", "The body is empty: send a JSON value.");
        }
        return value;
    }

    private static Invalid malformed(JacksonException e) {
        var at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new Invalid("malformed-json", "This is no valid JSON" + where + ": " + e.getOriginalMessage());
    }
}
