package nl.plein.api.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The probes, in the form of MicroProfile Health. */
@Path("/health")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    /** @param status {@code UP} or {@code DOWN} */
    public record Health(String status, List<Part> checks) {

        /** One check. */
        @Schema(name = "HealthCheck")
        public record Part(String name, String status, @Nullable String detail) {}
    }

    @Inject
    @Any
    Instance<Check> checks;

    @Inject
    Access access;

    @GET
    @Path("live")
    public Health live() {
        return new Health("UP", List.of());
    }

    @GET
    @Path("ready")
    @APIResponseSchema(value = Health.class, responseCode = "200")
    public Response ready() {
        List<Health.Part> parts = checks.stream().map(this::ask).toList();
        boolean up = parts.stream().allMatch(part -> part.status().equals("UP"));
        return Response.status(up ? 200 : 503)
                .entity(new Health(up ? "UP" : "DOWN", parts))
                .build();
    }

    private Health.Part ask(Check check) {
        Optional<String> why = check.whyNot();
        return why.isPresent()
                ? new Health.Part(check.name(), "DOWN", why.get())
                : new Health.Part(check.name(), "UP", remarkOf(check).orElse(null));
    }

    private Optional<String> remarkOf(Check check) {
        return access.may(Permission.PLATFORM_MANAGE) ? check.remark() : Optional.empty();
    }
}
