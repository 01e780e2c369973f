package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Conditions;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.Closing;
import nl.plein.cms.publishing.EraseEntry;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.publishing.RollBackSite;
import nl.plein.cms.publishing.UnpublishEntries;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What makes a version of a site out of drafts: publish, unpublish, roll back, erase. Each answers with a receipt. */
@Path("/manage/v1/sites/{site}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PublicationResource {

    private static final int MOST = 10_000;

    /**
     * @param revision that was looked at, the draft or what visitors see; absent for whatever it is now
     * @param redirect false to decline the redirect from where the page stood before it moved
     */
    @Schema(name = "PublicationItem")
    public record Item(String entry, String locale, @Nullable String revision, @Nullable Boolean redirect) {

        TranslationKey key() {
            return new TranslationKey(EntryId.of(entry), locale);
        }
    }

    /** Translations that become one version. */
    public record NewPublication(List<Item> items) {}

    /** @param reason {@code superseded} (its time is over) or {@code withdrawn} (it should not have been there) */
    public record NewWithdrawal(List<Item> items, String reason) {}

    /** @param version whose content the next version shows again */
    public record NewRollBack(long version) {}

    /** @param entry to be overwritten everywhere, for good */
    public record NewErasure(String entry) {}

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    PublishEntries publishEntries;

    @Inject
    UnpublishEntries unpublishEntries;

    @Inject
    RollBackSite rollBackSite;

    @Inject
    EraseEntry eraseEntry;

    /** If-Match names the draft of a single item, or is {@code *}; with several, each item may name its revision. */
    @POST
    @Path("publications")
    @APIResponseSchema(value = ReceiptResource.ReceiptView.class, responseCode = "200")
    public Response publish(
            @PathParam("site") SiteId site, @HeaderParam("If-Match") @Nullable String ifMatch, NewPublication wanted) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Map<TranslationKey, Seen> seen = seen(ifMatch, wanted.items());
        return once.version(() -> publishEntries.perform(site, keys(wanted.items()), seen, declined(wanted.items())));
    }

    /** If-Match names the published revision of a single item, or is {@code *}; with several, each item may name its own. */
    @POST
    @Path("withdrawals")
    @APIResponseSchema(value = ReceiptResource.ReceiptView.class, responseCode = "200")
    public Response withdraw(
            @PathParam("site") SiteId site, @HeaderParam("If-Match") @Nullable String ifMatch, NewWithdrawal wanted) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Map<TranslationKey, Seen> seen = seen(ifMatch, wanted.items());
        return once.version(() -> unpublishEntries.perform(site, keys(wanted.items()), reason(wanted.reason()), seen));
    }

    private static Closing reason(String name) {
        return switch (name) {
            case "superseded" -> Closing.SUPERSEDED;
            case "withdrawn" -> Closing.WITHDRAWN;
            default ->
                throw new nl.plein.cms.kernel.Invalid("unknown-reason", "A reason is \"superseded\" or \"withdrawn\".");
        };
    }

    /** If-Match names the site, or is {@code *}. */
    @POST
    @Path("roll-backs")
    @APIResponseSchema(value = ReceiptResource.ReceiptView.class, responseCode = "200")
    public Response rollBack(
            @PathParam("site") SiteId site, @HeaderParam("If-Match") @Nullable String ifMatch, NewRollBack wanted) {
        access.require(Permission.CONTENT_PUBLISH, site);
        return once.version(() -> rollBackSite.perform(site, wanted.version(), Conditions.seen(ifMatch)));
    }

    /** If-Match names the entry, or is {@code *}. */
    @POST
    @Path("erasures")
    @APIResponseSchema(value = ReceiptResource.ReceiptView.class, responseCode = "200")
    public Response erase(
            @PathParam("site") SiteId site, @HeaderParam("If-Match") @Nullable String ifMatch, NewErasure wanted) {
        access.require(Permission.SITE_MANAGE, site);
        Seen seen = Conditions.seen(ifMatch);
        return once.version(() -> eraseEntry.perform(site, EntryId.of(wanted.entry()), seen));
    }

    private static Set<TranslationKey> declined(List<Item> items) {
        return items.stream()
                .filter(item -> Boolean.FALSE.equals(item.redirect()))
                .map(Item::key)
                .collect(Collectors.toSet());
    }

    private static List<TranslationKey> keys(List<Item> items) {
        return items.stream().map(Item::key).toList();
    }

    /** What the caller says it has seen of each item; the acts compare it with what they change. */
    private static Map<TranslationKey, Seen> seen(@Nullable String ifMatch, List<Item> items) {
        Seen whole = Conditions.seen(ifMatch);
        if (items.isEmpty() || items.size() > MOST) {
            throw new Refused(400, "too-many-items", "Name 1 to " + MOST + " translations.");
        }
        if (!whole.isAny() && items.size() > 1) {
            throw Refused.header(
                    400,
                    "If-Match",
                    "several-items",
                    "An ETag speaks of one draft: with several items send If-Match: * and name the revision of each.");
        }
        Map<TranslationKey, Seen> seen = new HashMap<>();
        for (Item item : items) {
            if (item.revision() != null) {
                whole.refuseOther(item.revision());
                seen.put(item.key(), Seen.of(item.revision()));
            } else if (!whole.isAny()) {
                seen.put(item.key(), whole);
            }
        }
        return seen;
    }
}
