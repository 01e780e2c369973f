package nl.plein.site.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.tree.Gzip;
import nl.plein.site.tree.OutFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plein-render push}: brings a rendered site to where a web server reads it; only what differs is written. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description =
                "Copies what differs from a rendered site to another folder, and removes there what the site has no more.")
@SuppressWarnings("NullAway.Init")
final class PushCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SITE", description = "The folder of a build.")
    private Path site;

    @Parameters(
            index = "1",
            paramLabel = "TARGET",
            description = "An empty folder, or one that a site was pushed to before.")
    private Path target;

    @Option(
            names = "--precompress",
            description =
                    "Put a .gz file beside each text, for web servers that send those (gzip_static and the like).")
    private boolean precompress;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(site.resolve(".plein"))) {
            throw new Trouble("There is no rendered site in " + site + ". Build one first: plein-render build --out "
                    + site + " …");
        }
        if (target.toAbsolutePath().normalize().startsWith(site.toAbsolutePath().normalize())) {
            throw new Trouble("The target " + target + " lies in the site itself. Give a folder elsewhere.");
        }
        OutFolder folder = new OutFolder(target, precompress);
        for (Path file : files()) {
            String path = "/" + site.relativize(file).toString().replace('\\', '/');
            if (!path.startsWith("/.plein") && !(precompress && isPacked(file))) {
                folder.file(path, Files.readAllBytes(file));
            }
        }
        OutFolder.Outcome outcome = folder.commit();
        PrintWriter print = spec.commandLine().getOut();
        print.printf(
                "%d files written, %d unchanged, %d removed; %,d bytes%n",
                outcome.written(), outcome.unchanged(), outcome.removed(), outcome.bytes());
        print.flush();
        return 0;
    }

    /** It is made anew from its original. */
    private static boolean isPacked(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(Gzip.ENDING)
                && Files.exists(file.resolveSibling(name.substring(0, name.length() - Gzip.ENDING.length())));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(site)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
