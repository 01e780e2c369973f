package nl.plein.site.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.model.Site;
import nl.plein.site.render.SiteRenderer;
import nl.plein.site.render.StandingSite;
import nl.plein.site.render.Summary;
import nl.plein.site.source.Source;
import nl.plein.site.theme.Contrast;
import nl.plein.site.theme.SiteTheme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plein-render build}. */
@Command(name = "build", mixinStandardHelpOptions = true, description = "Renders a site into a folder.")
@SuppressWarnings("NullAway.Init")
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private SiteArguments arguments;

    @Option(
            names = "--at",
            paramLabel = "INSTANT|VERSION",
            description = "As the site was then; without it, the newest version.")
    private @Nullable String at;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        Source from = arguments.open();
        try (SiteCopy copy = arguments.copy(from);
                ProgressLine progress = new ProgressLine(print)) {
            Sync sync = new Sync(from, copy, received -> progress.say("read " + received + " changes"));
            long version = at == null ? sync.toNewest() : sync.to(version(from, at));
            Site whole = Site.of(copy);
            SiteRenderer renderer = new SiteRenderer(arguments.theme(copy));
            Summary summary = StandingSite.once(renderer, arguments.options().withProgress(progress))
                    .renderInto(arguments.folders(whole), copy, from);
            progress.close();
            report(print, whole, version, summary);
            Contrast.findings(new SiteTheme(renderer.theme(), whole.theme()).tokens())
                    .forEach(finding -> print.println("  contrast: " + finding));
            print.flush();
        }
        return 0;
    }

    private static long version(Source from, String moment) {
        return moment.matches("\\d{1,18}") ? Long.parseLong(moment) : from.versionAt(moment);
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
