package nl.plein.site.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Site;
import nl.plein.site.render.Options;
import nl.plein.site.render.SiteRenderer;
import nl.plein.site.render.Summary;
import nl.plein.site.source.FolderSource;
import nl.plein.site.source.HttpSource;
import nl.plein.site.source.Source;
import nl.plein.site.theme.Contrast;
import nl.plein.site.theme.SiteTheme;
import nl.plein.site.theme.Theme;
import nl.plein.site.tree.OutFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plein-render build}. */
@Command(name = "build", mixinStandardHelpOptions = true, description = "Renders a site into a folder.")
@SuppressWarnings("NullAway.Init")
final class BuildCommand implements Callable<Integer> {
    @Option(
            names = "--source",
            required = true,
            paramLabel = "URL|DIR",
            description = "A Plein server, or the folder of a saved site.")
    private String source;

    @Option(names = "--site", paramLabel = "NAME", description = "Id of the site; not needed for a saved one.")
    private @Nullable String site;

    @Option(
            names = "--theme",
            paramLabel = "DIR|NAME",
            description = "Theme; without it, the one that the site has chosen.")
    private @Nullable String theme;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the site goes: an empty folder or the last result.")
    private Path out;

    @Option(
            names = "--audience",
            paramLabel = "A",
            description = "everyone, government or agency; without it, the widest of the site.")
    private @Nullable String audience;

    @Option(names = "--locale", paramLabel = "L", description = "Only the pages of this locale.")
    private @Nullable String locale;

    @Option(
            names = "--base-path",
            paramLabel = "P",
            defaultValue = "",
            description = "Path under which the site will be served.")
    private String basePath;

    @Option(
            names = "--at",
            paramLabel = "INSTANT|VERSION",
            description = "As the site was then; without it, the newest version.")
    private @Nullable String at;

    @Option(
            names = "--token",
            paramLabel = "T",
            defaultValue = "${env:PLEIN_TOKEN}",
            description = "Token for content that not everyone may see (or PLEIN_TOKEN).")
    private @Nullable String token;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the local copy is kept, so that a next build only fetches changes.")
    private @Nullable Path state;

    @Option(
            names = "--themes",
            paramLabel = "DIR",
            hidden = true,
            description = "Folder of themes that are found by name.")
    private @Nullable Path themes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        Source from = open();
        try (SiteCopy copy = copy(from);
                ProgressLine progress = new ProgressLine(print)) {
            Sync sync = new Sync(from, copy, received -> progress.say("read " + received + " changes"));
            long version = at == null ? sync.toNewest() : sync.to(version(from, at));
            Site whole = Site.of(copy);
            SiteRenderer renderer =
                    new SiteRenderer(Theme.load(themeName(whole), ThemesAtHand.shelf(Optional.ofNullable(themes))));
            Audience wanted = audience == null ? whole.audiences().get(0) : Audience.of(audience);
            Options options = Options.usual()
                    .withBasePath(basePath)
                    .withLocale(Optional.ofNullable(locale))
                    .withProgress(progress);
            Summary summary = renderer.renderInto(new OutFolder(out), copy, from, wanted, options);
            progress.close();
            report(print, whole, version, summary);
            Contrast.findings(new SiteTheme(renderer.theme(), whole.theme()).tokens())
                    .forEach(finding -> print.println("  contrast: " + finding));
            print.flush();
        }
        return 0;
    }

    private Source open() {
        if (source.startsWith("http://") || source.startsWith("https://")) {
            if (site == null) {
                throw new Trouble("Which site? Give its id: --site NAME.");
            }
            return new HttpSource(
                    URI.create(source), site, Optional.ofNullable(token).filter(value -> !value.isBlank()));
        }
        return new FolderSource(Path.of(source));
    }

    private static long version(Source from, String moment) {
        return moment.matches("\\d{1,18}") ? Long.parseLong(moment) : from.versionAt(moment);
    }

    private SiteCopy copy(Source from) throws IOException {
        if (state == null) {
            return SiteCopy.inMemory(from.origin());
        }
        Files.createDirectories(state);
        String name = (site == null ? "site" : site) + "-"
                + Hashes.sha256(from.origin()).substring(0, 8) + ".copy";
        return SiteCopy.open(state.resolve(name), from.origin());
    }

    private String themeName(Site whole) {
        if (theme != null) {
            return theme;
        }
        Object chosen = whole.theme().get("name");
        return chosen == null ? "base" : String.valueOf(chosen);
    }

    private static void report(PrintWriter print, Site site, long version, Summary summary) {
        double seconds = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0;
        print.printf("%s at version %d%n", site.id(), version);
        print.printf(
                "  %d pages; %d files written, %d unchanged, %d removed; %,d bytes%n",
                summary.pages(), summary.written(), summary.unchanged(), summary.removed(), summary.bytes());
        print.printf("  %.2f s from the start of Java, %.0f pages a second%n", seconds, summary.pages() / seconds);
        summary.slowest()
                .forEach(cost -> print.printf(
                        "  %6d µs a page: %s (%d pages)%n", cost.microsPerPage(), cost.template(), cost.pages()));
        summary.warnings().forEach(warning -> print.println("  warning: " + warning));
        print.flush();
    }
}
