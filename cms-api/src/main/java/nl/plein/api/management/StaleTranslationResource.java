package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.plein.api.wire.Listing;
import nl.plein.cms.content.FollowedSource;
import nl.plein.cms.content.TranslationSources;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.jspecify.annotations.Nullable;

/** Translations whose source has moved on. */
@Path("/manage/v1/sites/{site}/stale-translations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StaleTranslationResource {

    /**
     * @param title      of the source
     * @param revision   of the source that the translation says the same as
     * @param newest     the draft of the source
     * @param staleSince when the source first said something else
     */
    public record StaleTranslation(
            String entry,
            String locale,
            String sourceLocale,
            String title,
            String revision,
            String newest,
            @Nullable Instant staleSince) {

        static StaleTranslation of(FollowedSource followed) {
            return new StaleTranslation(
                    followed.translation().entry().toString(),
                    followed.translation().locale(),
                    followed.source().locale(),
                    followed.title(),
                    followed.revision().toString(),
                    followed.newest().toString(),
                    followed.staleSince().orElse(null));
        }
    }

    @Inject
    Access access;

    @Inject
    TranslationSources sources;

    /** @param locale of the translations */
    @GET
    public Listing<StaleTranslation> list(
            @PathParam("site") SiteId site,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("cursor") @Nullable String after,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        List<TranslationSources.Stale> found =
                sources.stale(site, Optional.ofNullable(locale), Listing.idIn(after), Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> last.id().toString(), one -> StaleTranslation.of(one.followed()));
    }
}
