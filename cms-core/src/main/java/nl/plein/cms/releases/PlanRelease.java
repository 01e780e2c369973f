package nl.plein.cms.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;

/** Puts a release together, changes it while it is planned, or drops it. Visitors see nothing of it. */
@ApplicationScoped
@Transactional
public class PlanRelease {

    /** Translations in a release. */
    public static final int MOST = 1_000;

    private static final int LONGEST_NAME = 200;

    @Inject
    Access access;

    @Inject
    Releases releases;

    @Inject
    DraftsForPublishing drafts;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Event<ReleaseDropped> dropped;

    @Inject
    Audit audit;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * @throws NotFound {@code unknown-entry}
     * @throws Invalid  {@code bad-name}, {@code too-many-items}, {@code double}
     */
    public Release begin(SiteId site, String name, List<ReleaseItem> items) {
        access.require(Permission.CONTENT_WRITE, site);
        refuseUnsound(site, name, items);
        var release = new Release(
                new ReleaseId(ids.next()), site, name.strip(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        data.persist(release);
        write(site, release, items);
        record("releases.plan", site, release);
        return release;
    }

    /**
     * With this name and these items instead.
     *
     * @param seen its tags, see {@link Release#tag}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     * @throws nl.plein.cms.kernel.Conflict {@code release-over}
     */
    public Release change(SiteId site, ReleaseId id, String name, List<ReleaseItem> items, Seen seen) {
        access.require(Permission.CONTENT_WRITE, site);
        Release release = releases.change(site, id);
        seen.refuseOther(release.tag());
        release.refuseUnlessPlanned();
        refuseUnsound(site, name, items);
        release.rename(name.strip());
        clear(release);
        write(site, release, items);
        record("releases.change", site, release);
        return release;
    }

    /** Drops one that is only planned, with its schedules; the drafts stay. @param seen its tags */
    public void drop(SiteId site, ReleaseId id, Seen seen) {
        access.require(Permission.CONTENT_WRITE, site);
        dropped.fire(new ReleaseDropped(site, id));
        Release release = releases.change(site, id);
        seen.refuseOther(release.tag());
        release.refuseUnlessPlanned();
        clear(release);
        data.remove(release);
        record("releases.drop", site, release);
    }

    private void clear(Release release) {
        data.createQuery("delete from StoredItem i where i.release = :release")
                .setParameter("release", release.id().value())
                .executeUpdate();
    }

    private void write(SiteId site, Release release, List<ReleaseItem> items) {
        for (int place = 0; place < items.size(); place++) {
            data.persist(new StoredItem(ids.next(), site, release.id(), place, items.get(place)));
        }
    }

    private void refuseUnsound(SiteId site, String name, List<ReleaseItem> items) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new Invalid("bad-name", "Give the release a name of 1 to " + LONGEST_NAME + " characters.");
        }
        if (items.size() > MOST) {
            throw new Invalid("too-many-items", "A release has at most " + MOST + " translations.");
        }
        Set<TranslationKey> there = new HashSet<>();
        drafts.of(site, items.stream().map(ReleaseItem::translation).toList())
                .forEach((Draft draft) -> there.add(draft.key()));
        Set<TranslationKey> met = new HashSet<>();
        for (ReleaseItem item : items) {
            TranslationKey one = item.translation();
            if (!there.contains(one)) {
                throw new NotFound(
                        "unknown-entry", "There is no entry " + one.entry() + " in " + one.locale() + " on this site.");
            }
            if (!met.add(one)) {
                throw new Invalid("double", "Entry " + one.entry() + " is named twice in " + one.locale() + ".");
            }
        }
    }

    private void record(String action, SiteId site, Release release) {
        audit.record(
                action,
                "site/" + site,
                Json.mapper().createObjectNode().put("release", release.id().toString()));
    }
}
