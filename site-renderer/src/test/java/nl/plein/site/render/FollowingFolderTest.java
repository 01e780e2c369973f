package nl.plein.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.model.Audience;
import nl.plein.site.testkit.RandomEdits;
import nl.plein.site.testkit.Samples;
import nl.plein.site.tree.OutFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingFolderTest {
    @TempDir
    Path work;

    @Test
    void folders_that_follow_a_site_hold_what_fresh_ones_would() throws IOException {
        SiteRenderer renderer = new SiteRenderer(Samples.theme("curious"));
        RandomEdits edits = new RandomEdits(3, 120);
        StandingSite standing = new StandingSite(renderer, Options.usual());
        Map<Audience, OutFolder> folders = Map.of(
                Audience.EVERYONE, new OutFolder(work.resolve("everyone")),
                Audience.AGENCY, new OutFolder(work.resolve("agency")));
        try (SiteCopy copy = SiteCopy.inMemory()) {
            for (int version = 0; version < 40; version++) {
                new Sync(edits.site(), copy).toNewest();
                standing.renderInto(folders, copy, edits.site());
                if (version % 8 == 7) {
                    for (Audience audience : folders.keySet()) {
                        Path fresh = work.resolve("fresh-" + audience + version);
                        renderer.renderInto(new OutFolder(fresh), copy, edits.site(), audience, Options.usual());
                        assertThat(files(work.resolve(audience.key()))).isEqualTo(files(fresh));
                    }
                }
                edits.version();
            }
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }
}
