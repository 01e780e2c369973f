package nl.plein.cms.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.ContributionId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** What the visitors of the agency's sites added. */
@ApplicationScoped
@Transactional
public class Contributions {

    private static final UUID NEWEST = new UUID(Long.MAX_VALUE, -1L);

    @Inject
    @AgencyData
    EntityManager data;

    /** How often a page was found useful and how often not. */
    public record Usefulness(String path, long yes, long no) {}

    /** Of one site, newest first, by keyset: give the last one of the page before. Ids grow with time (RFC 9562, 5.7). */
    public List<ContributionRef> page(
            SiteId site, Optional<ContributionKind> kind, Optional<ContributionId> before, int most) {
        return data.createQuery(
                        "select c from Contribution c where c.site = :site and c.id < :before"
                                + " and (:kind = '' or c.kind = :kind) order by c.id desc",
                        Contribution.class)
                .setParameter("site", site.value())
                .setParameter("before", before.map(ContributionId::value).orElse(NEWEST))
                .setParameter("kind", kind.map(ContributionKind::key).orElse(""))
                .setMaxResults(most)
                .getResultStream()
                .map(Contribution::ref)
                .toList();
    }

    /** @throws NotFound {@code unknown-contribution} */
    public ContributionRef get(SiteId site, ContributionId id) {
        return Optional.ofNullable(data.find(Contribution.class, id.value()))
                .map(Contribution::ref)
                .filter(found -> found.site().equals(site))
                .orElseThrow(() -> unknown(id));
    }

    /** The pages with the most answers "no" first, at most {@code most}. */
    public List<Usefulness> usefulness(SiteId site, int most) {
        return data.createQuery(
                        "select c.path, sum(case when c.answer = 'yes' then 1 else 0 end),"
                                + " sum(case when c.answer = 'no' then 1 else 0 end) from Contribution c"
                                + " where c.site = :site and c.kind = 'verdict' group by c.path"
                                + " order by 3 desc, 2 desc, c.path",
                        Object[].class)
                .setParameter("site", site.value())
                .setMaxResults(most)
                .getResultStream()
                .map(row ->
                        new Usefulness((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .toList();
    }

    static NotFound unknown(ContributionId id) {
        return new NotFound("unknown-contribution", "There is no contribution with the id " + id + " on this site.");
    }
}
