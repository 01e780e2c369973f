package nl.plein.api.openapi;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * One operation, and what it shares with the others: who may ask, what parameters of a name mean, how it refuses, and the
 * headers that come with every answer.
 *
 * @param words parameters with what they mean wherever the operation does not say otherwise
 */
record Finishing(String path, HttpMethod method, Operation operation, List<Parameter> words) {

    private static final String BEARER = "bearer";
    private static final String SESSION = "session";
    private static final String PERMISSIONS = "x-permissions";

    void perform() {
        operation.setTags(List.of(room()));
        operation.setSecurity(
                manages() || room().equals("identity") && !signsIn()
                        ? List.of(
                                OASFactory.createSecurityRequirement().addScheme(BEARER),
                                OASFactory.createSecurityRequirement().addScheme(SESSION))
                        : List.of(
                                OASFactory.createSecurityRequirement(),
                                OASFactory.createSecurityRequirement().addScheme(BEARER)));
        tellPermissions();
        if (manages() && method == HttpMethod.POST) {
            mayBeSentAgain();
        }
        if (room().equals("delivery") && isTagged()) {
            mayBeKnown();
        }
        parameters().forEach(this::describe);
        operation.setParameters(
                parameters().stream().sorted(comparingInt(this::place)).toList());
        answers();
    }

    /** Parameters of the path come in its order, then those of the query, then headers. */
    private int place(Parameter parameter) {
        return switch (parameter.getIn()) {
            case PATH -> path.indexOf("{" + parameter.getName() + "}");
            case QUERY -> 1_000;
            default -> 2_000;
        };
    }

    private String room() {
        if (manages()) {
            return "manage";
        }
        return List.of("delivery", "participate", "identity").stream()
                .filter(room -> path.startsWith("/" + room + "/"))
                .findFirst()
                .orElse("operations");
    }

    /** What nobody can be signed in for. */
    private boolean signsIn() {
        return method == HttpMethod.POST && path.equals("/identity/v1/sessions");
    }

    private boolean manages() {
        return path.startsWith("/manage/");
    }

    /** @throws IllegalStateException for an operation that does not say which permissions it takes: the build fails */
    private void tellPermissions() {
        Map<String, Object> said =
                Optional.ofNullable(operation.getExtensions()).orElse(Map.of());
        if (!(said.get(PERMISSIONS) instanceof List<?> permissions)) {
            throw new IllegalStateException("Say in src/main/openapi whom " + method + " " + path + " answers: "
                    + PERMISSIONS + ": [content.write], or [] if it takes no permission.");
        }
        if (!permissions.isEmpty()) {
            String names = permissions.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
            String words = "Takes the permission" + (permissions.size() == 1 ? " " : "s ") + names + ".";
            operation.setDescription(Optional.ofNullable(operation.getDescription())
                    .map(text -> text.strip() + "\n\n" + words)
                    .orElse(words));
        }
    }

    private List<Parameter> parameters() {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }

    private void mayBeSentAgain() {
        operation.addParameter(known("Idempotency-Key"));
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                answer.addHeader(
                        "Idempotency-Replayed",
                        OASFactory.createHeader().ref("#/components/headers/IdempotencyReplayed"));
            }
        });
    }

    private boolean isTagged() {
        return Optional.ofNullable(operation.getResponses().getAPIResponse("200"))
                .map(APIResponse::getHeaders)
                .filter(headers -> headers.containsKey("ETag"))
                .isPresent();
    }

    private void mayBeKnown() {
        operation.addParameter(known("If-None-Match"));
        operation.getResponses().addAPIResponse("304", shared("NotModified"));
    }

    private Parameter known(String header) {
        return words.stream()
                .filter(one -> one.getName().equals(header))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("src/main/openapi has no words for " + header));
    }

    private void describe(Parameter parameter) {
        words.stream()
                .filter(one -> one.getName().equals(parameter.getName()) && one.getIn() == parameter.getIn())
                .forEach(one -> describe(parameter, one));
    }

    private static void describe(Parameter parameter, Parameter word) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(word.getDescription());
        }
        if (parameter.getExample() == null) {
            parameter.setExample(word.getExample());
        }
        if (word.getRequired() != null) {
            parameter.setRequired(word.getRequired());
        }
        if (word.getSchema() != null) {
            narrow(parameter.getSchema(), word.getSchema());
        }
    }

    private static void narrow(Schema schema, Schema word) {
        if (schema.getMinimum() == null && schema.getMaximum() == null) {
            schema.setMinimum(word.getMinimum());
            schema.setMaximum(word.getMaximum());
        }
        if (schema.getFormat() == null) {
            schema.setFormat(word.getFormat());
        }
    }

    private void answers() {
        APIResponses responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2") || status.equals("303")) {
                answer.addHeader("API-Version", OASFactory.createHeader().ref("#/components/headers/ApiVersion"));
            }
        });
        refusals().forEach((status, name) -> {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, shared(name));
            }
        });
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    private static APIResponse shared(String name) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    /** Names of responses in the components, by status. */
    private Map<String, String> refusals() {
        var refusals = new TreeMap<>(Map.of("400", "Unreadable", "401", "Unauthenticated", "406", "NotAcceptable"));
        if (path.contains("{")) {
            refusals.put("404", "NotFound");
        }
        if (manages() || room().equals("identity")) {
            refusals.put("403", "NotPermitted");
        }
        if (!room().equals("operations")) {
            refusals.put("503", "Busy");
        }
        if (method != HttpMethod.GET) {
            refusals.put("409", "Collision");
        }
        if (method == HttpMethod.POST || method == HttpMethod.PUT) {
            refusals.put("422", "BreaksRules");
        }
        if (operation.getRequestBody() != null) {
            refusals.put("413", "TooLarge");
            refusals.put("415", "UnknownMediaType");
        }
        if (room().equals("participate") || signsIn()) {
            refusals.put("403", "NotPermitted");
            refusals.put("429", "TooMany");
        }
        if (parameters().stream().anyMatch(one -> "If-Match".equals(one.getName()))) {
            refusals.put("412", "Changed");
            refusals.put("428", "NoCondition");
        }
        return refusals;
    }
}
