package nl.plein.site.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import nl.plein.site.check.Finding;
import nl.plein.site.check.SiteCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plein-render check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads a rendered folder: dead links and anchors, accessibility, weight. Exits with 0 when it finds"
                        + " nothing, with 1 when it does, with 2 for wrong options.")
@SuppressWarnings("NullAway.Init")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder that build wrote.")
    private Path folder;

    @Option(
            names = "--base-path",
            paramLabel = "P",
            defaultValue = "",
            description = "Path under which the site will be served.")
    private String basePath;

    @Option(
            names = "--budget",
            paramLabel = "BYTES",
            defaultValue = "" + SiteCheck.USUAL_BUDGET,
            description = "What a page may weigh with its styles and scripts (${DEFAULT-VALUE}).")
    private int budget;

    @Option(
            names = "--except",
            paramLabel = "CODE",
            split = ",",
            description = "Codes of findings that do not count, as heading-order.")
    private Set<String> except = Set.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SiteCheck check = new SiteCheck(folder, basePath, budget);
        List<Finding> findings = check.findings().stream()
                .filter(finding -> !except.contains(finding.code()))
                .toList();
        report(out, findings);
        out.printf("%d findings in %d files.%n", findings.size(), check.fileCount());
        out.flush();
        return findings.isEmpty() ? 0 : 1;
    }

    /** Page by page, then how many of each kind. */
    private static void report(PrintWriter out, List<Finding> findings) {
        String file = "";
        Map<String, Integer> counts = new TreeMap<>();
        for (Finding finding : findings) {
            if (!finding.file().equals(file)) {
                file = finding.file();
                out.println(file);
            }
            out.println("  " + finding);
            counts.merge(finding.code(), 1, Integer::sum);
        }
        counts.forEach((code, count) -> out.printf("%7d %s%n", count, code));
    }
}
