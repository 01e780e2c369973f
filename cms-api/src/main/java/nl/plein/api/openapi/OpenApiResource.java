package nl.plein.api.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The document, as it was built with the server. */
@Path("/openapi/v1.json")
@ApplicationScoped
public class OpenApiResource {

    private static final String DOCUMENT = "/openapi/v1.json";

    @GET
    @Produces("application/json")
    public Response document() throws IOException {
        try (InputStream in = OpenApiResource.class.getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IllegalStateException("the server was built without " + DOCUMENT);
            }
            return Response.ok(in.readAllBytes()).build();
        }
    }
}
