package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.ApiToken;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.IssueToken;
import nl.plein.cms.people.RevokeToken;
import nl.plein.cms.people.Tokens;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The caller's own bearer tokens. */
@Path("/manage/v1/tokens")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

    /** @param days until it expires; absent for never */
    public record NewToken(String name, @Nullable Integer days) {}

    /** @param secret shown this once; absent if the same request is answered again */
    public record IssuedToken(UUID id, @Nullable String secret) implements OneTime {

        @Override
        public IssuedToken withoutSecret() {
            return new IssuedToken(id, null);
        }
    }

    /** A token without its secret. */
    public record TokenView(UUID id, String name, Instant issuedAt, @Nullable Instant expiresAt) {

        static TokenView of(ApiToken token) {
            return new TokenView(
                    token.id(), token.name(), token.since(), token.expires().orElse(null));
        }
    }

    @Inject
    Once once;

    @Inject
    Calling calling;

    @Inject
    Tokens tokens;

    @Inject
    IssueToken issueToken;

    @Inject
    RevokeToken revokeToken;

    @GET
    public Listing<TokenView> list() {
        return Listing.whole(tokens.of(me()).stream().map(TokenView::of).toList());
    }

    @POST
    @APIResponseSchema(value = IssuedToken.class, responseCode = "201")
    public Response issue(NewToken wanted) {
        if (wanted.days() != null && (wanted.days() < 1 || wanted.days() > 3650)) {
            throw new nl.plein.cms.kernel.Invalid("invalid-life", "A token lives 1 to 3650 days.");
        }
        return once.act(() -> {
            var issued = issueToken.perform(
                    me(), wanted.name(), Optional.ofNullable(wanted.days()).map(Duration::ofDays));
            return Response.created(URI.create("/manage/v1/tokens/" + issued.id()))
                    .entity(new IssuedToken(issued.id(), issued.secret()))
                    .build();
        });
    }

    @DELETE
    @Path("{token}")
    public void revoke(@PathParam("token") String token) {
        revokeToken.perform(me(), idOf(token));
    }

    private PersonId me() {
        return calling.current()
                .person()
                .orElseThrow(() -> Refused.unauthenticated("missing-token", "Only a person has tokens."));
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("unknown-token", "You have no token with this id. GET /manage/v1/tokens lists yours.");
        }
    }
}
