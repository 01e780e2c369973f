package nl.plein.api.rendering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nl.plein.cms.kernel.SiteId;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.render.Options;
import nl.plein.site.render.SiteRenderer;
import nl.plein.site.render.StandingSite;
import org.jspecify.annotations.Nullable;

/**
 * Sites that were rendered lately, kept in memory, large ones with their copies open, so that the next version makes only what it touches. Those that
 * nobody publishes in are let go after a while; together they take a third of the memory at most.
 */
@ApplicationScoped
class KeptSites {

    private static final Duration IDLE = Duration.ofMinutes(20);
    private static final int KIB_OF_ENTRY = 8;
    private static final int KIB_OF_SITE = 64;

    /** What an open copy takes however little is in it. */
    private static final int KIB_OF_COPY = 1_300;

    /** Entries of a site whose copy is quicker opened than worth its memory. */
    private static final int SMALL = 1_000;

    /** A site with its copy. While it is being rendered, nobody else has it. */
    static final class Standing {
        private @Nullable SiteCopy copy;
        private @Nullable SiteRenderer worn;
        private @Nullable StandingSite site;
        private @Nullable String root;

        /** Of the site as it is being rendered. */
        SiteCopy copy() {
            if (copy == null) {
                throw new IllegalStateException("the copy is closed between renders");
            }
            return copy;
        }

        private void open(Path file, String origin) {
            if (copy == null) {
                copy = SiteCopy.open(file, origin);
            }
        }

        /** Idempotent. */
        void close() {
            if (copy != null) {
                copy.close();
                copy = null;
            }
        }

        private int entries() {
            return site == null ? 0 : site.size();
        }

        /**
         * In another theme than before, everything is made anew; and so it is where another node has come further, as what this
         * one remembers of its last root may have been swept.
         *
         * @param live the root that visitors have now
         */
        StandingSite in(SiteRenderer renderer, Optional<String> live, Options options) {
            StandingSite known = site;
            if (known == null || worn != renderer || !live.equals(Optional.ofNullable(root))) {
                known = new StandingSite(renderer, options);
                site = known;
                worn = renderer;
            }
            return known;
        }

        void made(String newRoot) {
            root = newRoot;
        }

        private int kib() {
            return KIB_OF_SITE + KIB_OF_ENTRY * entries() + (copy == null ? 0 : KIB_OF_COPY);
        }
    }

    private final Cache<SiteId, Standing> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 3 / 1024)
            .weigher((SiteId id, Standing standing) -> standing.kib())
            .expireAfterWrite(IDLE)
            .scheduler(Scheduler.systemScheduler())
            .executor(Runnable::run)
            .removalListener(KeptSites::removed)
            .build();

    /** Takes the site out, or makes a new one, with its copy open. The caller gives it back or closes it. */
    Standing take(SiteId site, Path file, String origin) {
        Standing standing = Optional.ofNullable(kept.asMap().remove(site)).orElseGet(Standing::new);
        standing.open(file, origin);
        return standing;
    }

    void keep(SiteId site, Standing standing) {
        if (standing.entries() <= SMALL) {
            standing.close();
        }
        kept.put(site, standing);
    }

    /** For a site that is no more. */
    void forget(SiteId site) {
        Optional.ofNullable(kept.asMap().remove(site)).ifPresent(Standing::close);
    }

    @PreDestroy
    void close() {
        kept.asMap().keySet().forEach(this::forget);
    }

    /** One that was taken out is in use. */
    private static void removed(@Nullable SiteId site, @Nullable Standing standing, RemovalCause cause) {
        if (standing != null && cause.wasEvicted()) {
            standing.close();
        }
    }
}
