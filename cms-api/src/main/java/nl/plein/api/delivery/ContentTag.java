package nl.plein.api.delivery;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import nl.plein.api.wire.Conditions;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;

/** Does what {@link TaggedByContent} promises. */
@Provider
@TaggedByContent
public class ContentTag implements ContainerResponseFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200 || !READS.contains(request.getMethod())) {
            return;
        }
        String tag = Hashes.sha256(Json.mapper().writeValueAsString(response.getEntity()))
                .substring(0, 32);
        response.getHeaders().putSingle("ETag", "\"" + tag + "\"");
        response.getHeaders().putSingle("Cache-Control", Answers.caching(request.getHeaderString("Authorization")));
        response.getHeaders().putSingle("Vary", "Authorization");
        if (Conditions.isKnown(request.getHeaderString("If-None-Match"), tag)) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}
