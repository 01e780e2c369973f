package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.EntryErased;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;

/** The reports of imports, file by file. */
@ApplicationScoped
@Transactional
public class ImportedFiles {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Ids ids;

    /**
     * In the order of the archive, by keyset.
     *
     * @param outcome only files with this outcome
     * @param after   the number of the last file of the page before; 0 for the first page
     */
    public List<ImportLine> page(SiteId site, JobId job, Optional<String> outcome, int after, int most) {
        TypedQuery<ImportedFile> query = data.createQuery(
                        "select f from ImportedFile f where f.site = :site and f.job = :job and f.number > :after"
                                + (outcome.isPresent() ? " and f.outcome = :outcome" : "") + " order by f.number",
                        ImportedFile.class)
                .setParameter("site", site.value())
                .setParameter("job", job.value())
                .setParameter("after", after)
                .setHint("eclipselink.read-only", true)
                .setMaxResults(most);
        outcome.ifPresent(wanted -> query.setParameter("outcome", wanted));
        return query.getResultStream().map(ImportedFile::line).toList();
    }

    /** @param first the number of the first of these lines */
    void add(SiteId site, JobId job, int first, List<ImportLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            data.persist(new ImportedFile(ids.next(), site, job, first + i, lines.get(i)));
        }
    }

    /** What a run of this job that died has left. */
    void forget(JobId job) {
        data.createQuery("delete from ImportedFile f where f.job = :job")
                .setParameter("job", job.value())
                .executeUpdate();
    }

    /** Notes and paths repeat words of the text. */
    void forget(@Observes EntryErased erased) {
        data.createQuery("delete from ImportedFile f where f.site = :site and f.entry = :entry")
                .setParameter("site", erased.site().value())
                .setParameter("entry", erased.entry().value())
                .executeUpdate();
    }

    void forget(@Observes SiteDeleted deleted) {
        data.createQuery("delete from ImportedFile f where f.site = :site")
                .setParameter("site", deleted.site().id().value())
                .executeUpdate();
    }
}
