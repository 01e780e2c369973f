package nl.plein.cms.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.exchange.ImportBatches.Wanted;
import nl.plein.cms.exchange.ImportBatches.Written;
import nl.plein.cms.exchange.Origins.Known;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;

/** Does it. */
final class RealImport implements ImportHand {

    private static final int RESERVED_AT_ONCE = 500;

    private final ImportArchive beans;
    private final JobRun run;
    private final SiteId site;
    private final ImportOptions options;
    private final ImportReport report;
    private final StoredPictures pictures;

    RealImport(
            ImportArchive beans, JobRun run, SiteId site, ImportOptions options, Archive archive, ImportReport report) {
        this.beans = beans;
        this.run = run;
        this.site = site;
        this.options = options;
        this.report = report;
        this.pictures = new StoredPictures(archive, site, beans.storeAsset, beans.uploads, beans.assets.ofSite(site));
    }

    @Override
    public void reserve(List<Known> wanted) {
        for (int from = 0; from < wanted.size(); from += RESERVED_AT_ONCE) {
            beans.origins.reserve(site, wanted.subList(from, Math.min(from + RESERVED_AT_ONCE, wanted.size())));
        }
    }

    @Override
    public List<Written> write(List<Wanted> wanted) {
        return beans.batches.write(site, options, wanted);
    }

    @Override
    public Optional<UUID> asset(ArchiveMember member, List<String> notes) {
        return pictures.asset(member, notes);
    }

    @Override
    public void publish(List<EntryId> entries) {
        run.log("publishing " + entries.size() + " entries");
        beans.publishing.perform(run, site, options.locale(), entries, report);
    }

    @Override
    public void menus(List<SourceMenu> menus, Map<String, EntryId> entries) {
        beans.menus.perform(site, options.locale(), menus, entries, report);
    }

    @Override
    public void redirects(Map<String, List<Placement>> aliases) {
        beans.redirects.perform(site, options.locale(), aliases, report);
    }
}
