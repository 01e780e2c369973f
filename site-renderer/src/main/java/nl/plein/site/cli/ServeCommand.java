package nl.plein.site.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.model.Site;
import nl.plein.site.render.Summary;
import nl.plein.site.source.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plein-render serve}: for theme makers, whose browser shows each change as soon as it is saved, or what is wrong with it. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves a site on this machine and shows each change of theme or content at once.")
@SuppressWarnings("NullAway.Init")
final class ServeCommand implements Callable<Integer>, SiteWatch.Listener {
    private static final long EVERY_MILLIS = 200;

    @Mixin
    private SiteArguments arguments;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8000",
            description = "Port on 127.0.0.1 (${DEFAULT-VALUE}).")
    private int port;

    @Spec
    private CommandSpec spec;

    private @Nullable PreviewServer server;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Source from = arguments.open();
        Path place = Files.createTempDirectory("plein-serve");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(place)));
        try (SiteCopy copy = arguments.copy(from);
                PreviewServer preview = PreviewServer.start(place.resolve("site"), port)) {
            server = preview;
            new Sync(from, copy).toNewest();
            Site whole = Site.of(copy);
            SiteWatch watch =
                    new SiteWatch(arguments, from, copy, arguments.folder(whole, place.resolve("site")), this);
            say("Look at " + preview.address() + " (Ctrl-C ends it)");
            while (true) {
                watch.look();
                Thread.sleep(EVERY_MILLIS);
            }
        }
    }

    @Override
    public void rendered(Summary summary, long nanos) {
        if (server != null) {
            server.show();
        }
        say(String.format("version %d: %d pages made in %d ms", summary.version(), summary.pages(), nanos / 1_000_000));
    }

    @Override
    public void trouble(String message) {
        if (server != null) {
            server.show(message);
        }
        say(message);
    }

    private void say(String line) {
        PrintWriter print = spec.commandLine().getOut();
        print.println(line);
        print.flush();
    }

    private static void delete(Path top) {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            // it lies in the folder for temporary files; somebody else cleans there
        }
    }
}
