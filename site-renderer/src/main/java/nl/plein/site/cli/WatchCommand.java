package nl.plein.site.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.model.Site;
import nl.plein.site.render.Summary;
import nl.plein.site.source.Source;
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
final class WatchCommand implements Callable<Integer>, SiteWatch.Listener {
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
            defaultValue = "0",
            description = "Ends when it has rendered so many times.")
    private int versions;

    @Spec
    private CommandSpec spec;

    private int rendered;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Source from = arguments.open();
        try (SiteCopy copy = arguments.copy(from)) {
            new Sync(from, copy).toNewest();
            SiteWatch watch = new SiteWatch(arguments, from, copy, arguments.folders(Site.of(copy)), this);
            while (true) {
                watch.look();
                if (versions > 0 && rendered >= versions) {
                    return 0;
                }
                Thread.sleep(Math.max(1, every));
            }
        }
    }

    @Override
    public void rendered(Summary summary, long nanos) {
        rendered++;
        PrintWriter print = spec.commandLine().getOut();
        print.printf(
                "version %d: %d pages made, %d files written, %d removed in %d ms%n",
                summary.version(), summary.pages(), summary.written(), summary.removed(), nanos / 1_000_000);
        summary.warnings().forEach(warning -> print.println("  warning: " + warning));
        print.flush();
    }

    @Override
    public void trouble(String message) {
        PrintWriter print = spec.commandLine().getErr();
        print.println(message);
        print.flush();
    }
}
