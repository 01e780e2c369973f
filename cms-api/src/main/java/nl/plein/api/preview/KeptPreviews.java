package nl.plein.api.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import nl.plein.api.rendering.RenderOnDemand;
import nl.plein.cms.previews.Preview;
import nl.plein.cms.previews.PreviewContent;
import nl.plein.cms.previews.PreviewId;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.site.render.PageByPage;

/**
 * Previews that somebody looks at, in memory, each as long as nothing in it has changed. They are let go ten minutes after the last page;
 * together they take an eighth of the memory at most.
 */
@ApplicationScoped
class KeptPreviews {

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int KIB_OF_ENTRY = 8;
    private static final int KIB_OF_SITE = 64;

    @Inject
    PreviewContent content;

    @Inject
    RenderOnDemand rendering;

    /** @param tag of what it shows */
    private record Kept(String tag, PageByPage pages) {

        int kib() {
            return KIB_OF_SITE + KIB_OF_ENTRY * pages.size();
        }
    }

    /** A link and a frame show the same under addresses of their own. */
    private record Shown(PreviewId preview, String base) {}

    private final Cache<Shown, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 8 / 1024)
            .weigher((Shown shown, Kept one) -> one.kib())
            .expireAfterAccess(IDLE)
            .scheduler(Scheduler.systemScheduler())
            .executor(Runnable::run)
            .build();

    /** As it is now, under {@code base}. */
    PageByPage now(SiteRef site, Preview preview, String base) {
        var shown = new Shown(preview.id(), base);
        PreviewContent.Choice choice = content.choose(site, preview);
        Optional<Kept> known = Optional.ofNullable(kept.getIfPresent(shown));
        if (known.isPresent() && known.get().tag().equals(choice.tag())) {
            return known.get().pages();
        }
        PageByPage fresh = rendering.of(
                site,
                content.viewer(preview),
                preview.audience(),
                content.overlay(site, preview, choice),
                choice.pages(),
                base);
        known.ifPresent(earlier -> fresh.after(earlier.pages()));
        kept.put(shown, new Kept(choice.tag(), fresh));
        return fresh;
    }

    /** As the page was that asks for a file. */
    PageByPage asShown(SiteRef site, Preview preview, String base) {
        return Optional.ofNullable(kept.getIfPresent(new Shown(preview.id(), base)))
                .map(Kept::pages)
                .orElseGet(() -> now(site, preview, base));
    }
}
