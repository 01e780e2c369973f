package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Conditions;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.Closing;
import nl.plein.cms.publishing.EraseEntry;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.publishing.RollBackSite;
import nl.plein.cms.publishing.UnpublishEntries;
import org.jspecify.annotations.Nullable;

/** What makes a version of a site out of drafts: publish, unpublish, roll back, erase. Each answers with a receipt. */
@Path("/manage/v1/sites/{site}")
@ApplicationScoped
public class PublicationResource {

    private static final int MOST = 10_000;

    /** @param revision the draft that was looked at; absent for whatever it is now */
    public record Item(String entry, String locale, @Nullable String revision) {

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
    Access access;

    @Inject
    Translations translations;

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
    public ReceiptResource.ReceiptView publish(
            @PathParam("site") SiteId site, @HeaderParam("If-Match") @Nullable String ifMatch, NewPublication wanted) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Conditions.requirePresent(ifMatch);
        refuseTooMany(wanted.items());
        for (Item item : wanted.items()) {
            refuseStale(site, item, wanted.items().size() == 1 ? ifMatch : null);
        }
        return ReceiptResource.ReceiptView.of(publishEntries.perform(
                site, wanted.items().stream().map(Item::key).toList()));
    }

    private void refuseStale(SiteId site, Item item, @Nullable String ifMatch) {
        if (item.revision() == null && (ifMatch == null || ifMatch.strip().equals("*"))) {
            return;
        }
        String draft = translations
                .get(site, new nl.plein.cms.content.TranslationKey(EntryId.of(item.entry()), item.locale()))
                .head()
                .toString();
        if (item.revision() != null) {
            Conditions.requireMatch("\"" + item.revision() + "\"", draft);
        }
        if (ifMatch != null) {
            Conditions.requireMatch(ifMatch, draft);
        }
    }

    @POST
    @Path("withdrawals")
    public ReceiptResource.ReceiptView withdraw(
            @PathParam("site") SiteId site, @HeaderParam("If-Match") @Nullable String ifMatch, NewWithdrawal wanted) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Conditions.requirePresent(ifMatch);
        refuseTooMany(wanted.items());
        return ReceiptResource.ReceiptView.of(unpublishEntries.perform(
                site, wanted.items().stream().map(Item::key).toList(), reason(wanted.reason())));
    }

    private static Closing reason(String name) {
        return switch (name) {
            case "superseded" -> Closing.SUPERSEDED;
            case "withdrawn" -> Closing.WITHDRAWN;
            default ->
                throw new nl.plein.cms.kernel.Invalid("unknown-reason", "A reason is \"superseded\" or \"withdrawn\".");
        };
    }

    @POST
    @Path("roll-backs")
    public ReceiptResource.ReceiptView rollBack(
            @PathParam("site") SiteId site, @HeaderParam("If-Match") @Nullable String ifMatch, NewRollBack wanted) {
        var ref = access.require(Permission.CONTENT_PUBLISH, site);
        Conditions.requireMatch(ifMatch, Long.toString(ref.version()));
        return ReceiptResource.ReceiptView.of(rollBackSite.perform(site, wanted.version()));
    }

    @POST
    @Path("erasures")
    public ReceiptResource.ReceiptView erase(
            @PathParam("site") SiteId site, @HeaderParam("If-Match") @Nullable String ifMatch, NewErasure wanted) {
        access.require(Permission.SITE_MANAGE, site);
        Conditions.requirePresent(ifMatch);
        return ReceiptResource.ReceiptView.of(eraseEntry.perform(site, EntryId.of(wanted.entry())));
    }

    private static void refuseTooMany(List<Item> items) {
        if (items.isEmpty() || items.size() > MOST) {
            throw new Refused(400, "too-many-items", "Name 1 to " + MOST + " translations.");
        }
    }
}
