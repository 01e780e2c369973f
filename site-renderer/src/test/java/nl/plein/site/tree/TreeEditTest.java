package nl.plein.site.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.testkit.MemoryBlobs;
import org.junit.jupiter.api.Test;

class TreeEditTest {
    private final MemoryBlobs blobs = new MemoryBlobs();

    @Test
    void a_tree_made_step_by_step_is_the_one_made_at_once() throws IOException {
        Random random = new Random(5);
        Map<String, String> files = new TreeMap<>();
        String node = null;
        for (int step = 0; step < 120; step++) {
            Map<String, Optional<String>> changes = changes(random, step < 60 ? 40 : 10, step < 60 ? 4 : 1);
            changes.forEach((path, sha) -> sha.ifPresentOrElse(now -> files.put(path, now), () -> files.remove(path)));
            node = TreeEdit.apply(blobs, node, changes).node();
            assertThat(node).as("step %d with %d files", step, files.size()).isEqualTo(fresh(files));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(Root.find(blobs, node, file.getKey())).contains(file.getValue());
        }
        assertThat(Root.find(blobs, node, "/a/none")).isEmpty();
    }

    @Test
    void a_tree_from_which_everything_went_is_the_empty_one() throws IOException {
        Map<String, Optional<String>> all = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            all.put("/posts/" + i + "/index.html", Optional.of(Hashes.sha256("" + i)));
        }
        String full = TreeEdit.apply(blobs, null, all).node();
        all.replaceAll((path, sha) -> Optional.empty());
        assertThat(TreeEdit.apply(blobs, full, all).node()).isEqualTo(fresh(Map.of()));
    }

    @Test
    void one_page_more_in_a_large_folder_writes_little() throws IOException {
        long small = bytesOfOneMore(1_000);
        long large = bytesOfOneMore(50_000);
        assertThat(large).isLessThan(3 * small);
    }

    @Test
    void a_diff_tells_what_came_changed_and_went() throws IOException {
        Map<String, Optional<String>> all = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            all.put("/posts/" + i + "/index.html", Optional.of(Hashes.sha256("" + i)));
        }
        String before = TreeEdit.apply(blobs, null, all).node();
        String after = TreeEdit.apply(
                        blobs,
                        before,
                        Map.of(
                                "/posts/7/index.html", Optional.of(Hashes.sha256("seven")),
                                "/posts/8/index.html", Optional.empty(),
                                "/posts/8/b/index.html", Optional.of(Hashes.sha256("b")),
                                "/posts/9/index.html", Optional.of(Hashes.sha256("9"))))
                .node();
        TreeDiff diff = TreeDiff.between(blobs, before, after);
        assertThat(diff.made()).isEqualTo(Set.of("/posts/8/b/index.html"));
        assertThat(diff.changed()).isEqualTo(Set.of("/posts/7/index.html"));
        assertThat(diff.removed()).isEqualTo(Set.of("/posts/8/index.html"));
        assertThat(TreeDiff.between(blobs, null, after).made()).hasSize(500);
    }

    private long bytesOfOneMore(int pages) throws IOException {
        Map<String, Optional<String>> all = new HashMap<>();
        for (int i = 0; i < pages; i++) {
            all.put("/posts/" + i + "/index.html", Optional.of(Hashes.sha256("" + i)));
        }
        String node = TreeEdit.apply(blobs, null, all).node();
        return TreeEdit.apply(blobs, node, Map.of("/posts/new/index.html", Optional.of(Hashes.sha256("new"))))
                .bytes();
    }

    private static Map<String, Optional<String>> changes(Random random, int count, int mostlyPut) {
        Map<String, Optional<String>> changes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String folder = List.of("/", "/a/", "/a/b/", "/c/").get(random.nextInt(4));
            String path = folder + random.nextInt(400) + (random.nextBoolean() ? "/index.html" : ".txt");
            boolean put = random.nextInt(mostlyPut + 1) > 0 && random.nextInt(mostlyPut + 1) > 0;
            changes.put(path, put ? Optional.of(Hashes.sha256("" + random.nextInt(9))) : Optional.empty());
        }
        return changes;
    }

    private String fresh(Map<String, String> files) throws IOException {
        Map<String, Optional<String>> all = new HashMap<>();
        files.forEach((path, sha) -> all.put(path, Optional.of(sha)));
        return TreeEdit.apply(blobs, null, all).node();
    }
}
