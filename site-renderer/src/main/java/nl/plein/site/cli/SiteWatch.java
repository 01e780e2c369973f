package nl.plein.site.cli;

import java.io.IOException;
import java.util.Map;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.model.Audience;
import nl.plein.site.render.SiteRenderer;
import nl.plein.site.render.StandingSite;
import nl.plein.site.render.Summary;
import nl.plein.site.source.Source;
import nl.plein.site.theme.Theme;
import nl.plein.site.tree.OutFolder;
import org.jspecify.annotations.Nullable;

/** Looks at a source and a theme again and again, and renders what differs. After trouble it goes on with the next change. */
final class SiteWatch {
    /** A theme is read whole to see whether it changed, so not at every look. */
    private static final long THEME_NANOS = 500_000_000L;

    /** Hears what a look came to. */
    interface Listener {
        void rendered(Summary summary, long nanos);

        /** The same trouble is told once, not at every look. */
        void trouble(String message);
    }

    private final SiteArguments arguments;
    private final Source source;
    private final SiteCopy copy;
    private final Map<Audience, OutFolder> folders;
    private final Listener listener;
    private @Nullable StandingSite standing;
    private @Nullable Theme theme;
    private long readTheme;
    private String worn = "";
    private String tried = "";
    private String said = "";

    SiteWatch(
            SiteArguments arguments,
            Source source,
            SiteCopy copy,
            Map<Audience, OutFolder> folders,
            Listener listener) {
        this.arguments = arguments;
        this.source = source;
        this.copy = copy;
        this.folders = folders;
        this.listener = listener;
    }

    void look() throws IOException {
        long start = System.nanoTime();
        try {
            render(start);
        } catch (Trouble e) {
            standing = null;
            String message = String.valueOf(e.getMessage());
            if (!message.equals(said)) {
                said = message;
                listener.trouble(message);
            }
        }
    }

    private void render(long start) throws IOException {
        long version = new Sync(source, copy).toNewest();
        Theme now = theme();
        String state = version + " " + now.hash();
        if (state.equals(tried)) {
            return;
        }
        tried = state;
        StandingSite known = standing;
        if (known == null || !now.hash().equals(worn)) {
            known = new StandingSite(new SiteRenderer(now), arguments.options());
            worn = now.hash();
            standing = known;
        }
        Summary summary = known.renderInto(folders, copy, source);
        said = "";
        listener.rendered(summary, System.nanoTime() - start);
    }

    private Theme theme() {
        Theme known = theme;
        if (known == null || System.nanoTime() - readTheme > THEME_NANOS) {
            known = arguments.theme(copy);
            theme = known;
            readTheme = System.nanoTime();
        }
        return known;
    }
}
