package nl.plein.site.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code plein-render check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads a rendered folder for dead links and other faults.")
final class CheckCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
