package nl.plein.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import nl.plein.api.problem.Problem;
import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** JSON bodies by Jackson 3: strict when read, records when written. */
@Provider
@Consumes({"application/json", "application/*+json"})
@Produces({"application/json", "application/*+json"})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    /** Bytes of a JSON request. The largest sensible one, a release of 10,000 translations, has 1 MB. */
    static final int LIMIT = 4 * 1024 * 1024;

    private static final JsonMapper WRITER = Json.mapper()
            .rebuild()
            .changeDefaultPropertyInclusion(with -> with.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private static final JsonMapper READER = Json.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final String HASH = JsonBody.class.getName();

    @Context
    HttpServletRequest request;

    /** Of the JSON body that this request was sent with; of none if it had none. */
    public static String hashOf(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HASH));
    }

    /** A value as it is sent. */
    public static String write(Object value) {
        return WRITER.writeValueAsString(value);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return !InputStream.class.isAssignableFrom(type) && type != byte[].class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw Refused.tooLarge(LIMIT);
        }
        request.setAttribute(HASH, Hashes.sha256(bytes));
        JsonNode json = Json.parse(bytes);
        StorableText.check(json);
        return bind(json, generic);
    }

    private static Object bind(JsonNode json, Type generic) {
        if (json.isNull()) {
            throw Refused.body(
                    List.of(new Problem.Fault("body", "", "missing", "The body is null: send a JSON object.")));
        }
        try {
            Object value = READER.treeToValue(json, READER.constructType(generic));
            Required.check(value);
            return value;
        } catch (DatabindException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refused.body(List.of(new Problem.Fault("body", pointer(e), "unreadable", sentence(e))));
        }
    }

    private static String pointer(DatabindException thrown) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference at : thrown.getPath()) {
            pointer.append('/');
            String name = at.getPropertyName();
            pointer.append(
                    name == null ? at.getIndex() : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String sentence(DatabindException thrown) {
        if (thrown instanceof UnrecognizedPropertyException unknown) {
            return "Unknown member \"" + unknown.getPropertyName() + "\". Known here: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList();
        }
        return "This value can't be read here: it has another type or form than the one expected.";
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type != byte[].class
                && !InputStream.class.isAssignableFrom(type)
                && !jakarta.ws.rs.core.StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(WRITER.writeValueAsBytes(value));
    }
}
