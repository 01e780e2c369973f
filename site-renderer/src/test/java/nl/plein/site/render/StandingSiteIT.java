package nl.plein.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.testkit.MemoryBlobs;
import nl.plein.site.testkit.RandomEdits;
import nl.plein.site.testkit.Samples;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeShelf;
import nl.plein.site.tree.Root;
import nl.plein.site.tree.TreeDiff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes touch is made again, and the result is what a fresh build would have given. {@code -Pproof} tries ten times as much. */
class StandingSiteIT {
    private static final int SCRIPTS = "full".equals(System.getProperty("plein.proof")) ? 250 : 25;
    private static final int ENTRIES = 500;
    private static final int VERSIONS = 3;

    @ParameterizedTest
    @ValueSource(strings = {"curious", "square"})
    void following_edits_gives_the_same_bytes_as_a_fresh_build(String name) throws IOException {
        EditedTheme theme = new EditedTheme(name);
        SiteRenderer renderer = theme.renderer();
        RandomEdits edits = new RandomEdits(7, ENTRIES);
        MemoryBlobs blobs = new MemoryBlobs();
        StandingSite standing = new StandingSite(renderer, Options.usual());
        Optional<String> before = Optional.empty();
        long made = 0;
        try (SiteCopy copy = SiteCopy.inMemory()) {
            for (int script = 0; script <= SCRIPTS; script++) {
                List<String> done = new ArrayList<>();
                if (script % 4 == 3) {
                    done.add(theme.edit());
                    renderer = theme.renderer();
                    standing = new StandingSite(renderer, Options.usual());
                }
                for (int version = 0; version < VERSIONS; version++) {
                    new Sync(edits.site(), copy).toNewest();
                    Rendered rendered = standing.render(copy, edits.site(), blobs, before);
                    made += rendered.summary().pages();
                    assertThat(files(rendered)).isEqualTo(differences(blobs, before, rendered.root()));
                    before = Optional.of(rendered.root());
                    done.addAll(edits.done());
                    if (version < VERSIONS - 1) {
                        edits.version();
                    }
                }
                String fresh = fresh(renderer, edits, blobs);
                assertThat(differing(blobs, fresh, before.orElseThrow()))
                        .as("script %d of %s: %s", script, name, String.join("\n", done))
                        .isEmpty();
                assertThat(before).contains(fresh);
                edits.version();
            }
        }
        System.out.println("figure standing_pages_" + name + "=" + made / SCRIPTS / VERSIONS);
    }

    private static String fresh(SiteRenderer renderer, RandomEdits edits, MemoryBlobs blobs) {
        try (SiteCopy copy = Samples.copyOf(edits.site())) {
            return renderer.render(copy, edits.site(), blobs, Options.usual()).root();
        }
    }

    private static Map<String, TreeDiff> files(Rendered rendered) {
        Map<String, TreeDiff> files = new LinkedHashMap<>();
        rendered.trees().forEach((audience, difference) -> files.put(audience, difference.files()));
        return files;
    }

    private static Map<String, TreeDiff> differences(MemoryBlobs blobs, Optional<String> before, String after)
            throws IOException {
        Map<String, Root.Tree> old =
                before.isEmpty() ? Map.of() : Root.read(blobs, before.get()).trees();
        Map<String, TreeDiff> files = new LinkedHashMap<>();
        for (Map.Entry<String, Root.Tree> tree : Root.read(blobs, after).trees().entrySet()) {
            Root.Tree was = old.get(tree.getKey());
            files.put(
                    tree.getKey(),
                    TreeDiff.between(
                            blobs,
                            was == null ? null : was.node(),
                            tree.getValue().node()));
        }
        return files;
    }

    /** The files that are not as they should be, with what they say. */
    private static List<String> differing(MemoryBlobs blobs, String wanted, String is) throws IOException {
        List<String> files = new ArrayList<>();
        Map<String, Root.Tree> right = Root.read(blobs, wanted).trees();
        Map<String, Root.Tree> found = Root.read(blobs, is).trees();
        for (String audience : right.keySet()) {
            String should = right.get(audience).node();
            String does = found.get(audience).node();
            TreeDiff diff = TreeDiff.between(blobs, should, does);
            diff.made().forEach(path -> files.add(audience + " too much: " + path));
            diff.removed().forEach(path -> files.add(audience + " missing: " + path));
            for (String path : diff.changed()) {
                files.add(audience + " other: " + path + "\nwanted "
                        + Root.find(blobs, should, path).map(blobs::text).orElseThrow() + "\nis "
                        + Root.find(blobs, does, path).map(blobs::text).orElseThrow());
            }
            if (!right.get(audience).redirects().equals(found.get(audience).redirects())) {
                files.add(audience + " redirects");
            }
        }
        return files;
    }

    /** A theme that somebody is at work on: files of it come and go. A site that wears another theme than before is a new one. */
    private static final class EditedTheme {
        private static final String PAGE =
                "<!doctype html><html lang=\"{page.locale}\"><title>{entry.title}</title><body>{entry.title}</body></html>";

        private final ThemeShelf shelf;
        private final Map<String, byte[]> own = new TreeMap<>();

        EditedTheme(String parent) {
            ThemeShelf parents =
                    ThemeShelf.folder(parent.equals("square") ? Path.of("..", "themes") : Samples.folder("themes"));
            shelf = name -> name.equals("edited") ? Optional.of(Map.copyOf(own)) : parents.files(name);
            put("theme.json", "{\"name\": \"edited\", \"version\": \"1.0.0\", \"extends\": \"" + parent + "\"}");
        }

        SiteRenderer renderer() {
            return new SiteRenderer(Theme.load("edited", shelf));
        }

        /** Adds the files, or deletes them if they are there. */
        String edit() {
            boolean added = own.remove("templates/event.html") == null;
            own.remove("assets/extra.txt");
            if (added) {
                put("templates/event.html", PAGE);
                put("assets/extra.txt", "extra");
            }
            return "theme files " + (added ? "added" : "deleted");
        }

        private void put(String path, String text) {
            own.put(path, text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
