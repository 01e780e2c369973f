package nl.plein.cms.remodel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.plein.cms.content.CarryDrafts;
import nl.plein.cms.content.StoredTexts;
import nl.plein.cms.jobs.JobHandler;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.jobs.TryLater;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.publishing.ConvertPublications;
import nl.plein.cms.publishing.LockTimeout;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries the texts of changed types over, drafts first, a batch in a transaction. A kill costs the batch that was being
 * written: what is done names the version of the model that it is written by, so that a later run passes it over. Works as the
 * installation, not as whoever changed the type: nobody becomes the author of what they did not write.
 */
@ApplicationScoped
public class CarryTexts implements JobHandler {

    public static final String KIND = "carry-texts";

    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    AgencyContext agencies;

    @Inject
    Calling calling;

    @Inject
    Sites sites;

    @Inject
    Jobs jobs;

    @Inject
    StoredTexts texts;

    @Inject
    CarryDrafts carryDrafts;

    @Inject
    ConvertPublications convertPublications;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws TryLater {
        try {
            calling.as(Caller.SYSTEM, () -> {
                new Work(run).perform();
                return run;
            });
        } catch (Busy busy) {
            throw new TryLater(PAUSE);
        }
    }

    /** Others work on the same texts all the time. */
    private static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final class Work {
        private final JobRun run;
        private final List<String> types = new ArrayList<>();
        private final List<SiteRef> all = sites.ofAgency(agencies.current());
        private long total;
        private long done;
        private long drafts;
        private long pages;
        private final List<String> versions = new ArrayList<>();

        Work(JobRun run) {
            this.run = run;
            run.input().path("types").values().forEach(type -> types.add(type.asString()));
        }

        void perform() {
            goOn();
            all.forEach(site -> types.forEach(type -> total += texts.count(site.id(), type)));
            for (SiteRef site : all) {
                for (String type : types) {
                    drafts(site, type);
                    publications(site, type);
                }
            }
            tell();
            run.log("Carried over: " + drafts + " drafts, " + pages + " pages.");
        }

        /** What an earlier run of this job has done before it was killed. */
        private void goOn() {
            jobs.get(run.id()).report().ifPresent(report -> {
                drafts = report.path("drafts").asLong(0);
                pages = report.path("pages").asLong(0);
                report.path("versions").values().forEach(version -> versions.add(version.asString()));
            });
        }

        private void tell() {
            ObjectNode report =
                    Json.mapper().createObjectNode().put("drafts", drafts).put("pages", pages);
            versions.forEach(report.putArray("versions")::add);
            run.report(report);
        }

        private void drafts(SiteRef site, String type) {
            Optional<EntryId> last = Optional.empty();
            do {
                Optional<EntryId> after = last;
                CarryDrafts.Batch batch = again(() -> carryDrafts.perform(site.id(), type, after));
                if (batch.carried() > 0) {
                    drafts += batch.carried();
                    tell();
                }
                done += batch.looked();
                run.progress(Math.min(done, total), total);
                last = batch.last();
            } while (last.isPresent());
        }

        private void publications(SiteRef site, String type) {
            Optional<UUID> last = Optional.empty();
            do {
                Optional<UUID> after = last;
                ConvertPublications.Batch batch = again(() -> convertPublications.perform(site.id(), type, after));
                batch.receipt().filter(receipt -> receipt.madeVersion()).ifPresent(receipt -> {
                    pages += receipt.changed();
                    versions.add(site.id() + " " + receipt.version());
                    tell();
                });
                last = batch.last();
            } while (last.isPresent());
        }

        /** What somebody writes at the same moment is read again. */
        private <T> T again(Supplier<T> batch) {
            for (int tries = 1; ; tries++) {
                try {
                    return batch.get();
                } catch (Refusal meanwhile) {
                    if (tries == TRIES) {
                        run.log("Waits for others who write: " + meanwhile.message());
                        throw new Busy();
                    }
                } catch (PersistenceException | LockTimeout meanwhile) {
                    if (tries == TRIES) {
                        throw meanwhile;
                    }
                }
            }
        }
    }
}
