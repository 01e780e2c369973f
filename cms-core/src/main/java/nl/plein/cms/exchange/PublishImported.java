package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.publishing.Receipt;

/** Publishes what was imported in versions of bounded size. Entries that are refused are told apart and left as drafts. */
@ApplicationScoped
class PublishImported {

    private static final int IN_ONE_VERSION = 500;

    @Inject
    PublishEntries publishEntries;

    @Inject
    Origins origins;

    void perform(JobRun run, SiteId site, String locale, List<EntryId> entries, ImportReport report) {
        for (int from = 0; from < entries.size() && !run.cancelled(); from += IN_ONE_VERSION) {
            publish(site, locale, entries.subList(from, Math.min(from + IN_ONE_VERSION, entries.size())), report);
        }
    }

    private void publish(SiteId site, String locale, List<EntryId> entries, ImportReport report) {
        try {
            Receipt receipt = publishEntries.perform(
                    site,
                    entries.stream()
                            .map(entry -> new TranslationKey(entry, locale))
                            .toList());
            origins.published(site, entries);
            if (receipt.madeVersion()) {
                report.published(receipt.version(), entries.size());
            }
        } catch (Refusal refused) {
            if (entries.size() == 1) {
                report.note("The entry " + entries.get(0) + " stays a draft: " + refused.message());
                return;
            }
            int half = entries.size() / 2;
            publish(site, locale, entries.subList(0, half), report);
            publish(site, locale, entries.subList(half, entries.size()), report);
        }
    }
}
