package nl.plein.site.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Site;
import nl.plein.site.render.SiteRenderer;
import nl.plein.site.render.StandingSite;
import nl.plein.site.render.Summary;
import nl.plein.site.source.Source;
import nl.plein.site.theme.Theme;
import nl.plein.site.tree.OutFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plein-render watch}: renders a site, then what each change touches, until it is stopped. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Renders a site into a folder, follows it, and renders again what a change touches.")
@SuppressWarnings("NullAway.Init")
final class WatchCommand implements Callable<Integer> {
    /** A theme is read whole to see whether it changed, so not at every look. */
    private static final long THEME_NANOS = 1_000_000_000L;

    @Mixin
    private SiteArguments arguments;

    @Option(
            names = "--every",
            paramLabel = "MS",
            defaultValue = "100",
            description = "Milliseconds between two looks at the source (${DEFAULT-VALUE}).")
    private int every;

    @Option(
            names = "--versions",
            paramLabel = "N",
            hidden = true,
            defaultValue = "0",
            description = "Ends after so many.")
    private int versions;

    @Spec
    private CommandSpec spec;

    private @Nullable StandingSite standing;
    private @Nullable Theme theme;
    private long readTheme;
    private String worn = "";
    private String tried = "";
    private String said = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter print = spec.commandLine().getOut();
        Source from = arguments.open();
        try (SiteCopy copy = arguments.copy(from)) {
            Sync sync = new Sync(from, copy);
            sync.toNewest();
            Map<Audience, OutFolder> folders = arguments.folders(Site.of(copy));
            for (int made = 0; versions == 0 || made < versions; ) {
                long start = System.nanoTime();
                try {
                    made += look(copy, sync, folders, from, print, start) ? 1 : 0;
                } catch (Trouble e) {
                    standing = null;
                    tell(print, String.valueOf(e.getMessage()));
                }
                Thread.sleep(Math.max(1, every));
            }
        }
        return 0;
    }

    /** @return whether something was rendered */
    private boolean look(
            SiteCopy copy, Sync sync, Map<Audience, OutFolder> folders, Source from, PrintWriter print, long start)
            throws IOException {
        long version = sync.toNewest();
        Theme now = theme(copy);
        String state = version + " " + now.hash();
        if (state.equals(tried)) {
            return false;
        }
        tried = state;
        StandingSite known = standing;
        if (known == null || !now.hash().equals(worn)) {
            known = new StandingSite(new SiteRenderer(now), arguments.options());
            worn = now.hash();
            standing = known;
        }
        Summary summary = known.renderInto(folders, copy, from);
        said = "";
        print.printf(
                "version %d: %d pages made, %d files written, %d removed in %d ms%n",
                version,
                summary.pages(),
                summary.written(),
                summary.removed(),
                (System.nanoTime() - start) / 1_000_000);
        summary.warnings().forEach(warning -> print.println("  warning: " + warning));
        print.flush();
        return true;
    }

    private Theme theme(SiteCopy copy) {
        Theme known = theme;
        if (known == null || System.nanoTime() - readTheme > THEME_NANOS) {
            known = arguments.theme(copy);
            theme = known;
            readTheme = System.nanoTime();
        }
        return known;
    }

    /** The same trouble is told once, not at every look. */
    private void tell(PrintWriter print, String trouble) {
        if (!trouble.equals(said)) {
            said = trouble;
            print.println(trouble);
            print.flush();
        }
    }
}
