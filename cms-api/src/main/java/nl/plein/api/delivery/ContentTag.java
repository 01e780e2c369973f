package nl.plein.api.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import nl.plein.api.identity.Callers;
import nl.plein.api.wire.Conditions;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;

/** Does what {@link TaggedByContent} promises. */
@Provider
@TaggedByContent
public class ContentTag implements ContainerResponseFilter {

    @Context
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200) {
            return;
        }
        String tag = Hashes.sha256(Json.mapper().writeValueAsString(response.getEntity()))
                .substring(0, 32);
        response.getHeaders().putSingle("ETag", "\"" + tag + "\"");
        response.getHeaders().putSingle("Cache-Control", Answers.caching(Callers.isNamedIn(servlet)));
        response.getHeaders().putSingle("Vary", Answers.VARY);
        if (Conditions.isKnown(request.getHeaderString("If-None-Match"), tag)) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}
