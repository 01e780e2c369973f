package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.JobState;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.testkit.Plein;

/** Exports and imports of sites, as jobs, in tests. */
record SiteExchange(Plein plein) {

    byte[] exported(SiteRef site) {
        return plein.inAgency(site.agency(), () -> {
            Job job = ended(plein.get(StartSiteExport.class).perform(site.id()));
            assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(JobState.DONE);
            try {
                return Files.readAllBytes(
                        plein.get(SiteExports.class).find(site.id(), job.id()).orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    SiteRef imported(AgencyId agency, byte[] archive) {
        Job job = importing(agency, archive, Optional.empty(), Optional.empty());
        assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(JobState.DONE);
        return plein.get(Sites.class)
                .get(SiteId.of(job.report().orElseThrow().path("site").asString()));
    }

    /** @return why it failed */
    String refused(AgencyId agency, byte[] archive) {
        Job job = importing(agency, archive, Optional.empty(), Optional.empty());
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.report()).isEmpty();
        return job.failure().orElseThrow();
    }

    Job importing(AgencyId agency, byte[] archive, Optional<String> id, Optional<String> name) {
        return plein.inAgency(
                agency,
                () -> ended(
                        plein.get(StartSiteImport.class).perform(agency, stored(archive), id.map(SiteId::of), name)));
    }

    BlobStore.Stored stored(byte[] archive) {
        return plein.get(BlobStore.class).put(new ByteArrayInputStream(archive));
    }

    private Job ended(JobId id) {
        return plein.eventually(
                Duration.ofSeconds(60),
                () -> plein.get(Jobs.class).find(id).filter(job -> job.state().isOver()));
    }
}
