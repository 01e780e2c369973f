package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import nl.plein.api.management.HistoryResource.ChangeView;
import nl.plein.cms.content.FollowSource;
import nl.plein.cms.content.FollowedSource;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.TranslationSources;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.jspecify.annotations.Nullable;

/** What a translation follows, and what that says otherwise since. */
@Path("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/source")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SourceResource {

    /** @param locale of another translation of the entry @param revision of it that was looked at */
    public record NewSource(String locale, String revision) {}

    /**
     * @param locale     of the source
     * @param revision   of it that the translation says the same as
     * @param newest     its draft
     * @param staleSince when it first said something else in what is translated; absent if it does not
     * @param changes    what it says otherwise
     */
    public record SourceView(
            String locale,
            String revision,
            Instant followedAt,
            @Nullable String followedBy,
            String newest,
            @Nullable Instant staleSince,
            List<ChangeView> changes) {}

    @Inject
    Access access;

    @Inject
    TranslationSources sources;

    @Inject
    FollowSource followSource;

    @GET
    public SourceView get(
            @PathParam("site") SiteId site, @PathParam("entry") EntryId entry, @PathParam("locale") String locale) {
        access.require(Permission.CONTENT_WRITE, site);
        return view(site, new TranslationKey(entry, locale));
    }

    /** Says that the translation is up to date with a revision of another one. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public SourceView follow(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            NewSource source) {
        access.require(Permission.CONTENT_WRITE, site);
        var key = new TranslationKey(entry, locale);
        followSource.perform(site, key, source.locale(), RevisionId.of(source.revision()));
        return view(site, key);
    }

    private SourceView view(SiteId site, TranslationKey key) {
        FollowedSource followed = sources.get(site, key);
        return new SourceView(
                followed.source().locale(),
                followed.revision().toString(),
                followed.followedAt(),
                followed.followedBy().map(Object::toString).orElse(null),
                followed.newest().toString(),
                followed.staleSince().orElse(null),
                sources.changes(site, followed).stream().map(ChangeView::of).toList());
    }
}
