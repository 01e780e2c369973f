package nl.plein.site.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.plein.site.check.Addresses.Target;
import nl.plein.site.kernel.Trouble;

/** Reads every page of a rendered folder and says what a visitor, with or without eyes, would stumble over. */
public final class SiteCheck {
    /** What a page may weigh with its style sheets and scripts, without pictures, unless another budget is given. */
    public static final int USUAL_BUDGET = 300_000;

    private static final String PACKED = ".gz";

    private final Path folder;
    private final Addresses addresses;
    private final int budget;
    private final Map<String, Long> files = new TreeMap<>();
    private final Set<String> redirected = new HashSet<>();

    /**
     * @param base   path under which the site will be served
     * @param budget bytes of a page with its style sheets and scripts, uncompressed
     */
    public SiteCheck(Path folder, String base, int budget) {
        this.folder = folder;
        this.addresses = new Addresses(base);
        this.budget = budget;
    }

    /** @return in order of file; empty for a site without faults */
    public List<Finding> findings() {
        list();
        redirects();
        Map<String, PageFacts> pages = files.keySet().parallelStream()
                .filter(file -> file.endsWith(".html"))
                .map(this::read)
                .collect(Collectors.toMap(PageFacts::file, Function.identity()));
        List<Finding> findings = new ArrayList<>();
        for (PageFacts page : pages.values()) {
            findings.addAll(page.findings());
            page.links().forEach(link -> dead(page, link, pages).ifPresent(findings::add));
            tooHeavy(page).ifPresent(findings::add);
        }
        Collections.sort(findings);
        return findings;
    }

    /** How many files there are, after {@link #findings}. */
    public int fileCount() {
        return files.size();
    }

    private Optional<Finding> dead(PageFacts page, String link, Map<String, PageFacts> pages) {
        Optional<Target> target = addresses.target(page.file(), link);
        if (target.isEmpty() || redirected.contains(target.get().path())) {
            return Optional.empty();
        }
        Optional<String> file = fileOf(target.get().path());
        if (file.isEmpty()) {
            return Optional.of(new Finding(page.file(), "dead-link", "the link " + link + " leads nowhere"));
        }
        String anchor = target.get().anchor();
        PageFacts facing = pages.get(file.get());
        boolean missing =
                !anchor.isEmpty() && facing != null && !facing.anchors().contains(anchor) && !anchor.equals("top");
        return missing
                ? Optional.of(new Finding(
                        page.file(), "dead-anchor", "the link " + link + " points at an id that is not there"))
                : Optional.empty();
    }

    private Optional<String> fileOf(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        String bare = path.substring(1);
        String index = bare.isEmpty() || bare.endsWith("/") ? bare + "index.html" : bare + "/index.html";
        return Stream.of(bare, index).filter(files::containsKey).findFirst();
    }

    private Optional<Finding> tooHeavy(PageFacts page) {
        long weight = page.bytes();
        for (String load : page.loads()) {
            weight += addresses
                    .target(page.file(), load)
                    .flatMap(target -> fileOf(target.path()))
                    .map(files::get)
                    .orElse(0L);
        }
        return weight <= budget
                ? Optional.empty()
                : Optional.of(new Finding(
                        page.file(),
                        "too-heavy",
                        "page, styles and scripts weigh " + weight + " bytes; the budget is " + budget));
    }

    private void list() {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(".")) {
                    files.put(name, Files.size(file));
                }
            }
        } catch (IOException e) {
            throw new Trouble("Can't read the folder " + folder + ": " + e.getMessage(), e);
        }
        files.keySet()
                .removeIf(file ->
                        file.endsWith(PACKED) && files.containsKey(file.substring(0, file.length() - PACKED.length())));
        if (files.keySet().stream().noneMatch(file -> file.endsWith(".html"))) {
            throw new Trouble("There is no page in " + folder + ".");
        }
    }

    private void redirects() {
        Path table = folder.resolve("_redirects");
        if (!Files.exists(table)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(table)) {
                addresses.target("", line.split(" ")[0]).ifPresent(from -> redirected.add(from.path()));
            }
        } catch (IOException e) {
            throw new Trouble("Can't read " + table, e);
        }
    }

    private PageFacts read(String file) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(file));
            return PageFacts.of(file, new String(bytes, StandardCharsets.UTF_8), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
