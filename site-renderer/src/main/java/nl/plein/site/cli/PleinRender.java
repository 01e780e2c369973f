package nl.plein.site.cli;

import nl.plein.site.kernel.Trouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The way in. Exits with 0, with 1 for findings or trouble that the message explains, with 2 for wrong options. */
@Command(
        name = "plein-render",
        mixinStandardHelpOptions = true,
        description = "Makes a static site from the content of a Plein server or of a saved site.",
        subcommands = {
            BuildCommand.class,
            WatchCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            PushCommand.class,
            SaveCommand.class
        })
public final class PleinRender implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(exitCode(args));
    }

    static int exitCode(String... args) {
        return new CommandLine(new PleinRender())
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (exception instanceof Trouble) {
                        command.getErr().println(exception.getMessage());
                        return 1;
                    }
                    throw exception;
                })
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: build, watch, serve, check, push or save.");
    }
}
