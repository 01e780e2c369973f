package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.plein.api.problem.Refused;
import nl.plein.cms.content.MoveEntry;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.WeighAct;
import org.jspecify.annotations.Nullable;

/** What publishing an entry, taking it off the site, moving or deleting it would mean. */
@Path("/manage/v1/sites/{site}/entries/{entry}/impact")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class EntryImpactResource {

    /** What is to be done. */
    public static class Wanted {
        @QueryParam("act")
        @Nullable
        String act;

        @QueryParam("locale")
        @Nullable
        String locale;

        @QueryParam("slug")
        @Nullable
        String slug;

        @QueryParam("path")
        @Nullable
        String path;

        @QueryParam("parent")
        @Nullable
        String parent;

        @QueryParam("audience")
        @Nullable
        String audience;

        WeighAct.Kind kind() {
            try {
                return WeighAct.Kind.valueOf(String.valueOf(act).toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Refused.query(
                        "act",
                        "unknown-act",
                        "act is \"publish\", \"unpublish\", \"withdraw\", \"delete\" or \"move\".");
            }
        }

        MoveEntry.To to() {
            if (locale == null && (slug != null || path != null)) {
                throw Refused.query("locale", "required", "A slug or a path is of one locale: name it.");
            }
            String of = String.valueOf(locale);
            return new MoveEntry.To(
                    slug == null ? Map.of() : Map.of(of, slug),
                    path == null ? Map.of() : Map.of(of, Optional.of(path).filter(text -> !text.isEmpty())),
                    Optional.ofNullable(parent).map(id -> Optional.of(id)
                            .filter(text -> !text.isEmpty())
                            .map(EntryId::of)),
                    Optional.ofNullable(audience).map(Audience::of));
        }
    }

    @Inject
    Access access;

    @Inject
    WeighAct weighAct;

    @GET
    public EntryImpactView weigh(
            @PathParam("site") SiteId site, @PathParam("entry") EntryId entry, @BeanParam Wanted wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        return EntryImpactView.of(
                wanted.act == null ? "" : wanted.act,
                weighAct.perform(
                        site,
                        entry,
                        wanted.kind(),
                        Optional.ofNullable(wanted.locale),
                        wanted.kind() == WeighAct.Kind.MOVE ? wanted.to() : MoveEntry.To.WHERE_IT_IS));
    }
}
