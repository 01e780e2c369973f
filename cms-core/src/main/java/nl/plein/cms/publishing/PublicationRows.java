package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** Publications as the database has them: what lies at a moment, for all audiences, and its words. */
@ApplicationScoped
@Transactional
class PublicationRows {

    private static final String LYING = "select p from PublicationInterval p where p.site = :site"
            + " and p.span.since <= :version and p.span.until > :version";

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Sight sight;

    @Inject
    KeptWords keptWords;

    List<PublicationInterval> at(SiteId site, String place, SiteMoment moment) {
        return lying(LYING + " and p.place = :place", site, moment)
                .setParameter("place", place)
                .getResultList();
    }

    List<PublicationInterval> ofEntries(SiteId site, Collection<UUID> entries, SiteMoment moment) {
        return Ground.inChunks(entries, chunk -> lying(LYING + " and p.entryId in :entries", site, moment)
                .setParameter("entries", chunk)
                .getResultList());
    }

    /** @param publications their own ids */
    List<PublicationInterval> many(SiteId site, Collection<UUID> publications, SiteMoment moment) {
        return Ground.inChunks(publications, chunk -> lying(LYING + " and p.id in :ids", site, moment)
                .setParameter("ids", chunk)
                .getResultList());
    }

    /** In one transaction, which is worth it where some are no longer open. */
    List<PublicationInterval> shown(SiteId site, List<PublicationInterval> rows, Viewer viewer) {
        return sight.shown(site, rows, viewer);
    }

    /** As {@link Publications#list}; in the order of {@code publishedAt}, newest first. */
    List<PublicationInterval> page(
            SiteId site,
            Viewer viewer,
            SiteMoment moment,
            Optional<String> type,
            Optional<String> locale,
            Optional<Publication> last,
            int most) {
        String query = LYING + " and p.audience in :audiences"
                + (type.isPresent() ? " and p.typeKey = :type" : "")
                + (locale.isPresent() ? " and p.locale = :locale" : "")
                + (last.isPresent() ? " and (p.publishedAt < :time or (p.publishedAt = :time and p.id > :id))" : "")
                + " order by p.publishedAt desc, p.id";
        TypedQuery<PublicationInterval> rows = lying(query, site, moment)
                .setParameter("audiences", Sight.audiences(viewer))
                .setMaxResults(most);
        type.ifPresent(key -> rows.setParameter("type", key));
        locale.ifPresent(tag -> rows.setParameter("locale", tag));
        last.ifPresent(one -> rows.setParameter("time", one.publishedAt()).setParameter("id", one.id()));
        return rows.getResultList();
    }

    /** As {@link Publications#touched}. */
    List<PublicationInterval> touched(
            SiteId site, long after, long until, Optional<Publications.Touched> last, int most) {
        String query = "select p from PublicationInterval p where p.span.site = :site and p.span.changed >= :from"
                + " and p.span.changed <= :until"
                + (last.isPresent() ? " and (p.span.changed > :from or p.span.id > :id)" : "")
                + " order by p.span.site, p.span.changed, p.span.id";
        TypedQuery<PublicationInterval> rows = data.createQuery(query, PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("from", last.map(Publications.Touched::atVersion).orElse(after + 1))
                .setParameter("until", until)
                .setMaxResults(most);
        last.ifPresent(one -> rows.setParameter("id", one.publication().id()));
        return rows.getResultList();
    }

    /** What versions after this one touched on a site, each with the version that did it last. */
    List<Touch> touchedAfter(SiteId site, long version, int most) {
        return data.createQuery(
                        "select p.entryId, p.typeKey, p.locale, p.path, p.contentHash, p.span.changed"
                                + " from PublicationInterval p where p.span.site = :site and p.span.changed > :version"
                                + " order by p.span.site, p.span.changed, p.span.id",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("version", version)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Touch(
                        new EntryId((UUID) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        ((String) row[4]).isEmpty(),
                        (Long) row[5]))
                .toList();
    }

    /** @param erased whether nothing but the entry's id is left of it, not even its path */
    record Touch(EntryId entry, String type, String locale, String path, boolean erased, long atVersion) {}

    /** By the ids of contents; without those that were erased. */
    Map<UUID, JsonNode> words(Collection<UUID> contents) {
        Map<UUID, JsonNode> words = new HashMap<>();
        Set<UUID> wanted = new LinkedHashSet<>(contents);
        Ground.inChunks(wanted, chunk -> {
            data.createQuery("select c from PublicationContent c where c.id in :ids", PublicationContent.class)
                    .setHint("eclipselink.read-only", true)
                    .setParameter("ids", chunk)
                    .getResultList()
                    .forEach(content -> {
                        words.put(content.id(), content.payload());
                        keptWords.keep(content.id(), content.payload());
                    });
            return List.of();
        });
        return words;
    }

    private TypedQuery<PublicationInterval> lying(String query, SiteId site, SiteMoment moment) {
        return data.createQuery(query, PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("version", moment.version());
    }
}
