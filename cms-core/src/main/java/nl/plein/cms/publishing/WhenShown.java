package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Which revisions of a page visitors saw, and from when until when. What was withdrawn counts as never shown. */
@ApplicationScoped
@Transactional
public class WhenShown {

    @Inject
    @AgencyData
    EntityManager data;

    /** @param until empty while visitors see it */
    public record Time(Instant from, Optional<Instant> until) {}

    /** The times of each of these revisions that were shown, oldest first. */
    public Map<RevisionId, List<Time>> of(SiteId site, TranslationKey page, Set<RevisionId> revisions) {
        List<PublicationInterval> rows = rows(site, page, revisions);
        Set<Long> versions = new TreeSet<>();
        rows.forEach(row -> {
            versions.add(row.since());
            versions.add(row.until());
        });
        Map<Long, Instant> madeAt = madeAt(site, versions);
        Map<RevisionId, List<Time>> times = new HashMap<>();
        for (PublicationInterval row : rows) {
            Optional<Instant> from = Optional.ofNullable(madeAt.get(row.since()));
            Optional<Instant> until = Optional.ofNullable(madeAt.get(row.until()));
            from.ifPresent(at -> times.computeIfAbsent(row.revision(), revision -> new ArrayList<>())
                    .add(new Time(at, until)));
        }
        return times;
    }

    private List<PublicationInterval> rows(SiteId site, TranslationKey page, Set<RevisionId> revisions) {
        if (revisions.isEmpty()) {
            return List.of();
        }
        return data.createQuery(
                        "select p from PublicationInterval p where p.site = :site and p.entryId = :entry"
                                + " and p.locale = :locale and p.revision in :revisions and p.span.until > 0"
                                + " and p.span.closing <> :withdrawn order by p.span.since",
                        PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("entry", page.entry().value())
                .setParameter("locale", page.locale())
                .setParameter(
                        "revisions", revisions.stream().map(RevisionId::value).toList())
                .setParameter("withdrawn", Closing.WITHDRAWN)
                .getResultList();
    }

    private Map<Long, Instant> madeAt(SiteId site, Set<Long> versions) {
        Map<Long, Instant> times = new HashMap<>();
        if (!versions.isEmpty()) {
            data.createQuery(
                            "select v.number, v.madeAt from SiteVersion v where v.site = :site and v.number in :versions",
                            Object[].class)
                    .setParameter("site", site.value())
                    .setParameter("versions", versions)
                    .getResultList()
                    .forEach(row -> times.put((Long) row[0], (Instant) row[1]));
        }
        return times;
    }
}
