package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Trash;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/**
 * Makes a new version that shows what an older one showed: publications and site parts. What was withdrawn or narrowed
 * since, or lies in the trash, is left out. The day of the site stays today.
 */
@ApplicationScoped
public class RollBackSite {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Access access;

    @Inject
    Sites sites;

    @Inject
    Moments moments;

    @Inject
    Ground ground;

    @Inject
    Staging staging;

    @Inject
    Trash trash;

    @Inject
    MakeVersion makeVersion;

    /**
     * @throws nl.plein.cms.kernel.Invalid {@code unknown-version}
     * @throws nl.plein.cms.kernel.Stale   {@code resync} if that version is not kept any more
     */
    public Receipt perform(SiteId site, long version) {
        return perform(site, version, Seen.ANY);
    }

    /** The same for somebody who has seen the site. @param seen its tags, see {@link Sites#tagOf} */
    public Receipt perform(SiteId site, long version, Seen seen) {
        access.require(Permission.CONTENT_PUBLISH, site);
        moments.at(site, version);
        return makeVersion.perform(site, new Intent() {
            @Override
            public Act prepare(long batch, long newest) {
                return backTo(site, version, batch);
            }

            @Override
            public boolean readsWholeSite() {
                return true;
            }

            @Override
            public void refuseUnseen(SiteRef now) {
                if (!seen.isAny()) {
                    seen.refuseOther(sites.tagOf(now));
                }
            }
        });
    }

    private Act backTo(SiteId site, long version, long batch) {
        Map<TranslationKey, PublicationInterval> then = new HashMap<>();
        int skipped = 0;
        Set<EntryId> thrown = new HashSet<>(trash.since(site, Instant.EPOCH));
        for (PublicationInterval row : publicationsAt(site, version)) {
            if (row.closing() == Closing.WITHDRAWN
                    || thrown.contains(row.translation().entry())) {
                skipped++;
            } else {
                then.put(row.translation(), row);
            }
        }
        Map<TranslationKey, Closing> closings = new HashMap<>();
        for (Standing open : ground.allOpen(site)) {
            if (!then.containsKey(open.translation())) {
                closings.put(open.translation(), Closing.SUPERSEDED);
            }
        }
        then.values().removeIf(PublicationInterval::isOpen);
        return new Act(
                "roll-back",
                staging.again(batch, then.values()),
                closings,
                parts(site, version),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                skipped);
    }

    private List<PublicationInterval> publicationsAt(SiteId site, long version) {
        return data.createQuery(
                        "select p from PublicationInterval p where p.site = :site and p.span.since <= :version"
                                + " and p.span.until > :version",
                        PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("version", version)
                .getResultList();
    }

    private List<PartChange> parts(SiteId site, long version) {
        Map<PartSpot, SitePart> then = partsByHand(site, version);
        Map<PartSpot, SitePart> now = partsByHand(site, Versions.OPEN - 1);
        List<PartChange> changes = new ArrayList<>();
        then.forEach((spot, part) -> {
            SitePart open = now.get(spot);
            if (open == null || !open.value().equals(part.value())) {
                changes.add(new PartChange(part.kind(), part.key(), part.value()));
            }
        });
        now.forEach((spot, part) -> {
            if (!then.containsKey(spot)) {
                changes.add(new PartChange(part.kind(), part.key(), null));
            }
        });
        return changes;
    }

    private Map<PartSpot, SitePart> partsByHand(SiteId site, long version) {
        Map<PartSpot, SitePart> found = new HashMap<>();
        data.createQuery(
                        "select r from PartInterval r where r.site = :site and r.since <= :version"
                                + " and r.until > :version and r.origin = :hand and r.partKey <> :day",
                        PartInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("version", version)
                .setParameter("hand", SitePart.Origin.HAND)
                .setParameter("day", VersionSteps.SITE_DAY)
                .getResultStream()
                .map(PartInterval::part)
                .forEach(part -> found.put(PartSpot.of(part), part));
        return found;
    }
}
