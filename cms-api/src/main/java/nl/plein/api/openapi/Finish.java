package nl.plein.api.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to the document, while it is built, what holds for every operation: how refusals look, which headers come with every
 * answer, and how one says who one is.
 */
public class Finish implements OASFilter {

    private static final String BEARER = "bearer";
    private static final String VERSION = "API-Version";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(OASFactory.createInfo()
                .title("Plein")
                .version("1.0.0")
                .description("Published content to read (/delivery/v1), and everything to manage it (/manage/v1).")
                .contact(OASFactory.createContact()
                        .name("Plein")
                        .email("plein@voorbeeldstad.example")
                        .url("https://voorbeeldstad.example/plein"))
                .license(OASFactory.createLicense().name("EUPL-1.2").identifier("EUPL-1.2")));
        document.setServers(List.of(OASFactory.createServer()
                .url("/delivery/v1/../..")
                .description("This server. The paths below begin at its root; each names its API and version.")));
        components(document);
        document.getPaths().getPathItems().forEach(Finish::finish);
        document.getPaths().setPathItems(new TreeMap<>(document.getPaths().getPathItems()));
        document.setTags(List.of(
                OASFactory.createTag().name("delivery").description("Published content, read only"),
                OASFactory.createTag().name("manage").description("Writing, publishing, administrating"),
                OASFactory.createTag().name("operations").description("Probes and the document itself")));
    }

    private static void components(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSchema("Problem", problem())
                .addHeader("ApiVersion", versionHeader())
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A token from POST /manage/v1/tokens."));
    }

    private static void finish(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> finish(path, method, operation));
    }

    private static void finish(String path, PathItem.HttpMethod method, Operation operation) {
        boolean manages = path.startsWith("/manage/");
        operation.setTags(List.of(manages ? "manage" : path.startsWith("/delivery/") ? "delivery" : "operations"));
        operation.setSecurity(
                manages
                        ? List.of(OASFactory.createSecurityRequirement().addScheme(BEARER))
                        : List.of(
                                OASFactory.createSecurityRequirement(),
                                OASFactory.createSecurityRequirement().addScheme(BEARER)));
        if (manages && method == PathItem.HttpMethod.POST) {
            operation.addParameter(idempotencyKey());
        }
        APIResponses responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> addVersion(status, response));
        refusals(path, method, operation).forEach((status, what) -> {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, refusal(what));
            }
        });
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "Names this request. Sent again within 24 hours, by the same token and with the same body, it is"
                                + " answered as before and does nothing. Secrets are not repeated.")
                .schema(text().addExample("2f1f0a4e-6f0b-4c55-9d0f-9f3a1c0b7d11"));
    }

    private static void addVersion(String status, APIResponse response) {
        if (status.startsWith("2") || status.startsWith("3")) {
            response.addHeader(VERSION, OASFactory.createHeader().ref("#/components/headers/ApiVersion"));
        }
    }

    private static Map<String, String> refusals(String path, PathItem.HttpMethod method, Operation operation) {
        var refusals = new TreeMap<String, String>();
        refusals.put("400", "Something in the request can't be read: see detail and errors.");
        if (path.contains("{")) {
            refusals.put("404", "It is not there, or not for you.");
        }
        if (path.startsWith("/manage/")) {
            refusals.put("401", "No token, or one that speaks for nobody.");
            refusals.put("403", "A permission is missing.");
        }
        if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT) {
            refusals.put("409", "It collides with what is there.");
            refusals.put("413", "The body is too large.");
            refusals.put("422", "It breaks rules: each is in errors.");
            refusals.put("503", "Too much is being changed at this moment: see Retry-After.");
        }
        boolean conditional = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "If-Match".equals(p.getName()));
        if (conditional) {
            refusals.put("412", "It has changed since you read it.");
            refusals.put("428", "If-Match is missing.");
        }
        return refusals;
    }

    private static APIResponse refusal(String what) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        "application/problem+json", OASFactory.createMediaType().schema(problem()));
        return OASFactory.createAPIResponse().description(what).content(content);
    }

    private static Header versionHeader() {
        return OASFactory.createHeader()
                .description("The full version of this API.")
                .schema(text().addExample("1.0.0"));
    }

    private static Schema problem() {
        Schema fault = object().addProperty("in", text().addExample("body"))
                .addProperty("location", text().addExample("/fields/title"))
                .addProperty("code", text())
                .addProperty("detail", text());
        return object().description("RFC 9457")
                .addProperty("type", text().addExample("/problems/unknown-site"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)))
                .addProperty("detail", text().description("A sentence that says what to do."))
                .addProperty("instance", text())
                .addProperty("correlationId", text().description("With 500: what the log calls it."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .items(fault));
    }

    private static Schema object() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
