package nl.plein.site.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.plein.site.source.HttpSource;
import nl.plein.site.source.SavedSite;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plein-render save}. */
@Command(
        name = "save",
        mixinStandardHelpOptions = true,
        description = "Saves what a server delivers of a site into a folder, from which build makes the same pages.")
@SuppressWarnings("NullAway.Init")
final class SaveCommand implements Callable<Integer> {
    @Option(names = "--source", required = true, paramLabel = "URL", description = "A Plein server.")
    private URI source;

    @Option(names = "--site", required = true, paramLabel = "NAME", description = "Id of the site.")
    private String site;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the site is saved: an empty folder or the last result, which is replaced.")
    private Path out;

    @Option(
            names = "--token",
            paramLabel = "T",
            defaultValue = "${env:PLEIN_TOKEN}",
            description = "Token for content that not everyone may see (or PLEIN_TOKEN).")
    private @Nullable String token;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        var from = new HttpSource(source, site, Optional.ofNullable(token).filter(value -> !value.isBlank()));
        try (ProgressLine progress = new ProgressLine(print)) {
            SavedSite.Summary saved =
                    new SavedSite(from, out, received -> progress.say("read " + received + " changes")).save();
            progress.close();
            print.printf("%s at version %d%n", site, saved.version());
            print.printf(
                    "  %,d changes in %d pages, %d files in %s%n", saved.items(), saved.pages(), saved.files(), out);
            print.flush();
        }
        return 0;
    }
}
