package nl.plein.cms.exchange;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.plein.cms.content.EntryErased;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.JobRunner;
import nl.plein.cms.kernel.AfterCommit;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteDeleted;
import org.jspecify.annotations.Nullable;

/** Exported sites that wait to be downloaded, as files {@code exports/<site>/<job>.zip} of the data folder. */
@ApplicationScoped
public class SiteExports {

    /** How long an export can be downloaded. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = System.getLogger(SiteExports.class.getName());

    @Inject
    Settings settings;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Clock clock;

    @Inject
    @Background
    ThreadFactory threads;

    private @Nullable ScheduledExecutorService pulse;

    void start(@Observes @Priority(JobRunner.STARTS_AT + 100) Startup event) {
        pulse = Executors.newSingleThreadScheduledExecutor(threads);
        pulse.scheduleWithFixedDelay(this::sweep, 10, 3_600, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (pulse != null) {
            pulse.shutdownNow();
        }
    }

    /** @return the archive that a job has made; empty once it is gone */
    public Optional<Path> find(SiteId site, JobId job) {
        Path file = file(site, job);
        return Files.isRegularFile(file) && !isOver(file) ? Optional.of(file) : Optional.empty();
    }

    /** Where the job's archive belongs. Its folder is there. */
    Path place(SiteId site, JobId job) throws IOException {
        Path file = file(site, job);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Deletes what has been kept long enough, and what jobs that died were writing. */
    void sweep() {
        try {
            for (Path file : files(folder())) {
                if (isOver(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "exports are swept at the next try", e);
        }
    }

    /** The words that were erased are in them. */
    void forget(@Observes EntryErased erased) {
        afterCommit.run(() -> forget(erased.site()));
    }

    void forget(@Observes SiteDeleted deleted) {
        afterCommit.run(() -> forget(deleted.site().id()));
    }

    private void forget(SiteId site) {
        try {
            for (Path file : files(folder().resolve(site.value()))) {
                if (file.toString().endsWith(".zip")) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the exports of site " + site + " can't be deleted", e);
        }
    }

    private boolean isOver(Path file) {
        try {
            Instant made = Files.getLastModifiedTime(file).toInstant();
            return made.plus(KEPT).isBefore(clock.instant());
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private Path file(SiteId site, JobId job) {
        return folder().resolve(site.value()).resolve(job + ".zip");
    }

    private Path folder() {
        return settings.dataFolder().resolve("exports");
    }
}
