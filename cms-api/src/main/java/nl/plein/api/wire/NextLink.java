package nl.plein.api.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** A page of a list leads to the next one by {@code Link: rel="next"}: the same question with another cursor. */
@Provider
public class NextLink implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Listing<?> listing && listing.page().next() != null) {
            URI asked = request.getUriInfo().getRequestUri();
            String next = UriBuilder.fromPath(asked.getRawPath())
                    .replaceQuery(asked.getRawQuery())
                    .replaceQueryParam("cursor", listing.page().next())
                    .build()
                    .toString();
            response.getHeaders().putSingle("Link", "<" + next + ">; rel=\"next\"");
        }
    }
}
