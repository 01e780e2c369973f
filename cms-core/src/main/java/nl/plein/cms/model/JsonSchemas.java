package nl.plein.cms.model;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** JSON Schema, draft 2020-12: the one path by which anything is validated. Nothing is ever fetched; patterns run in linear
 *  time (RE2), so that no pattern of an agency can stall the server. */
public final class JsonSchemas {

    private final SchemaRegistry registry;

    /** Knows no schemas but the meta-schemas of the draft. */
    public JsonSchemas() {
        this(uri -> Optional.empty());
    }

    /** @param others the text of a schema by its URI; asked for references to other documents */
    public JsonSchemas(Function<String, Optional<String>> others) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .regularExpressionFactory(JsonSchemas::linear)
                .build();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config).schemas((Function<String, String>)
                        uri -> others.apply(uri).orElse(null)));
    }

    /** A schema, read once; may be used by many threads. */
    public static final class Compiled {

        private final Schema schema;

        private Compiled(Schema schema) {
            this.schema = schema;
        }

        /** What is wrong with the instance; empty if it is valid. */
        public List<Violation> validate(JsonNode instance) {
            return schema.validate(instance).stream().map(Violation::of).toList();
        }
    }

    /**
     * @param pointer  to the value at fault, RFC 6901
     * @param keyword  of JSON Schema, such as {@code maxLength}
     * @param property the member that is missing or unknown; empty for other keywords
     * @param limit    the value of the keyword in the schema
     */
    public record Violation(String pointer, String keyword, String property, JsonNode limit, String message) {

        private static Violation of(Error error) {
            String property = error.getProperty() == null ? "" : error.getProperty();
            JsonNode limit = error.getSchemaNode() == null
                    ? tools.jackson.databind.node.MissingNode.getInstance()
                    : error.getSchemaNode();
            return new Violation(
                    error.getInstanceLocation().toString(), error.getKeyword(), property, limit, error.getMessage());
        }
    }

    public Compiled compile(JsonNode schema) {
        Schema read = registry.getSchema(schema);
        read.initializeValidators();
        return new Compiled(read);
    }

    public List<Violation> validate(JsonNode schema, JsonNode instance) {
        return compile(schema).validate(instance);
    }

    private static com.networknt.schema.regex.RegularExpression linear(String expression) {
        Pattern pattern = compile(expression);
        return text -> pattern.matcher(text).find();
    }

    /** ECMA-262 names for Unicode classes are longer than those of RE2. */
    private static Pattern compile(String expression) throws PatternSyntaxException {
        return Pattern.compile(expression
                .replace("\\p{Letter}", "\\p{L}")
                .replace("\\p{Number}", "\\p{N}")
                .replace("\\p{Lowercase_Letter}", "\\p{Ll}")
                .replace("\\p{Uppercase_Letter}", "\\p{Lu}"));
    }
}
