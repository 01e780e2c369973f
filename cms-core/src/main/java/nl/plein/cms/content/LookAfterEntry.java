package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.node.ObjectNode;

/** Says who looks after an entry, and when somebody has to look at it again. Nothing changes for visitors. */
@ApplicationScoped
public class LookAfterEntry {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentSites sites;

    @Inject
    Entries entries;

    @Inject
    SiteAuthors authors;

    @Inject
    Audit audit;

    /**
     * Replaces both. An owner who has left may stay, so that the date can be changed.
     *
     * @param seen tags of what held, see {@link Upkeep#tag}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}, also for one in the trash
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     * @throws Invalid                      {@code unknown-owner}, {@code invalid-date}
     */
    @Transactional
    public Upkeep perform(SiteId id, EntryId entryId, Upkeep wanted, Seen seen) {
        SiteRef site = sites.forWriting(id);
        refuseOddYear(wanted);
        data.find(Entry.class, entryId.value(), LockModeType.PESSIMISTIC_WRITE);
        Entry entry = entries.live(id, entryId);
        seen.refuseOther(entry.upkeep().tag());
        if (!wanted.owner().equals(entry.upkeep().owner())) {
            wanted.owner().ifPresent(owner -> requireAuthor(site, owner));
        }
        entry.lookAfter(wanted);
        audit.record("content.look-after", "entry/" + entryId, told(wanted));
        return wanted;
    }

    private static void refuseOddYear(Upkeep wanted) {
        if (wanted.reviewOn()
                .filter(day -> day.getYear() < 1900 || day.getYear() > 2999)
                .isPresent()) {
            throw new Invalid("invalid-date", "A review is on a day between the years 1900 and 2999.");
        }
    }

    /** The same for somebody of others and for somebody who never was. */
    private void requireAuthor(SiteRef site, PersonId owner) {
        if (authors.of(site).stream().noneMatch(author -> author.id().equals(owner))) {
            throw new Invalid(
                    "unknown-owner",
                    "Only somebody who may write on this site can look after its pages: give the id of a member with such a role.");
        }
    }

    private static ObjectNode told(Upkeep wanted) {
        ObjectNode told = Json.mapper().createObjectNode();
        wanted.owner().ifPresent(owner -> told.put("owner", owner.toString()));
        wanted.reviewOn().ifPresent(day -> told.put("reviewOn", day.toString()));
        return told;
    }
}
