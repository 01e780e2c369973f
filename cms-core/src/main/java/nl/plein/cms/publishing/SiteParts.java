package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** Reads menus, settings, theme and redirects at any moment of a site. */
@ApplicationScoped
@Transactional
public class SiteParts {

    private static final String VISIBLE = "select r from PartInterval r where r.site = :site"
            + " and r.since <= :version and r.until > :version and r.audience in :audiences";

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Sight sight;

    /** Everything but redirects: menus, settings, theme, ordered by kind and key. */
    public List<SitePart> at(SiteId site, Viewer viewer, SiteMoment moment) {
        return shown(
                site,
                visible(VISIBLE + " and r.kind <> :redirect order by r.kind, r.partKey", site, viewer, moment)
                        .setParameter("redirect", PartKind.REDIRECT),
                viewer);
    }

    /** As {@link #at(SiteId, Viewer, SiteMoment)}, as the public sees it. */
    public List<SitePart> at(SiteId site, SiteMoment moment) {
        return at(site, Viewer.PUBLIC, moment);
    }

    /** Those of one kind, ordered by key. */
    public List<SitePart> of(SiteId site, PartKind kind, Viewer viewer, SiteMoment moment) {
        return shown(
                site,
                visible(VISIBLE + " and r.kind = :kind order by r.partKey", site, viewer, moment)
                        .setParameter("kind", kind),
                viewer);
    }

    public Optional<SitePart> find(SiteId site, PartKind kind, String key, Viewer viewer, SiteMoment moment) {
        return shown(
                        site,
                        visible(VISIBLE + " and r.kind = :kind and r.place = :place", site, viewer, moment)
                                .setParameter("kind", kind)
                                .setParameter("place", Place.of(key)),
                        viewer)
                .stream()
                .max(Comparator.comparingInt(part -> part.audience().narrowness()));
    }

    /** All groups, ordered by id, for whoever works on the site: its viewers know only those they are in. */
    public List<SitePart> groups(SiteId site) {
        return data.createQuery(
                        "select r from PartInterval r where r.site = :site and r.kind = :group and r.until = :open"
                                + " order by r.partKey",
                        PartInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("group", PartKind.GROUP)
                .setParameter("open", Versions.OPEN)
                .getResultStream()
                .map(PartInterval::part)
                .toList();
    }

    /** The audiences of all groups that there are or were, for a follower who must hear what becomes of each. */
    public Set<Audience> audiencesOfGroups(SiteId site) {
        return data.createQuery(
                        "select distinct r.audience from PartInterval r where r.site = :site and r.kind = :group"
                                + " and r.changed > 0",
                        String.class)
                .setParameter("site", site.value())
                .setParameter("group", PartKind.GROUP)
                .getResultStream()
                .map(Audience::of)
                .collect(Collectors.toSet());
    }

    /** What a part was for everyone before it became what it is; empty if it was never anything else. */
    Optional<JsonNode> before(SiteId site, PartKind kind, String key) {
        return data.createQuery(
                        "select r from PartInterval r where r.site = :site and r.kind = :kind and r.place = :place"
                                + " and r.audience = :everyone and r.changed > 0 and r.until < :open order by r.until desc",
                        PartInterval.class)
                .setParameter("site", site.value())
                .setParameter("kind", kind)
                .setParameter("place", Place.of(key))
                .setParameter("everyone", Audience.EVERYONE.value())
                .setParameter("open", Long.MAX_VALUE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> row.part().value());
    }

    /** Names the state of a site's parts: the version of their last change. */
    public String tagOf(SiteId site) {
        Long last = data.createQuery(
                        "select max(r.changed) from PartInterval r where r.site = :site and r.changed > 0", Long.class)
                .setParameter("site", site.value())
                .getSingleResult();
        return String.valueOf(last == null ? 0 : last);
    }

    /** The last version that changed this part, for whichever audience; 0 if it never was. */
    public long changedWith(SiteId site, PartKind kind, String key) {
        Long last = data.createQuery(
                        "select max(r.changed) from PartInterval r where r.site = :site and r.kind = :kind"
                                + " and r.place = :place and r.changed > 0",
                        Long.class)
                .setParameter("site", site.value())
                .setParameter("kind", kind)
                .setParameter("place", Place.of(key))
                .getSingleResult();
        return last == null ? 0 : last;
    }

    Optional<SitePart> redirect(SiteId site, String path, Viewer viewer, SiteMoment moment) {
        return find(site, PartKind.REDIRECT, path, viewer, moment);
    }

    private List<SitePart> shown(SiteId site, TypedQuery<PartInterval> query, Viewer viewer) {
        return sight.shownParts(
                site, query.getResultStream().map(PartInterval::part).toList(), viewer);
    }

    private TypedQuery<PartInterval> visible(String query, SiteId site, Viewer viewer, SiteMoment moment) {
        return data.createQuery(query, PartInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("version", moment.version())
                .setParameter("audiences", Sight.audiences(viewer));
    }
}
