package nl.plein.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document that follows an edit names symbols; they must exist. */
class LifeOfAnEditTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern SYMBOL = Pattern.compile("\\[`(\\w+)\\.(\\w+)`]\\(([^)]+\\.java)\\)");

    private static final Pattern FILE = Pattern.compile("]\\((\\.\\./[^)]+)\\)");

    @Test
    void every_step_of_the_life_of_an_edit_still_exists() throws IOException {
        String text = Files.readString(DOCS.resolve("life-of-an-edit.md"));

        List<String> missing = missing(text);

        assertThat(SYMBOL.matcher(text).results().count()).isGreaterThan(15);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_file_that_the_life_of_an_edit_leads_to_is_there() throws IOException {
        String text = Files.readString(DOCS.resolve("life-of-an-edit.md"));

        List<String> gone = FILE.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(file -> !Files.exists(DOCS.resolve(file)))
                .toList();

        assertThat(FILE.matcher(text).find()).isTrue();
        assertThat(gone).isEmpty();
    }

    @Test
    void a_step_that_is_gone_is_noticed() throws IOException {
        assertThat(missing("[`Sync.toNowhere`](../site-renderer/src/main/java/nl/plein/site/copy/Sync.java)"))
                .containsExactly("Sync.toNowhere");
        assertThat(missing("[`Gone.perform`](../site-renderer/src/main/java/Gone.java)"))
                .containsExactly("Gone.perform");
    }

    private static List<String> missing(String text) throws IOException {
        List<String> missing = new ArrayList<>();
        for (var symbol : SYMBOL.matcher(text).results().toList()) {
            Path file = DOCS.resolve(symbol.group(3));
            boolean there = Files.exists(file)
                    && file.getFileName().toString().equals(symbol.group(1) + ".java")
                    && Pattern.compile("\\b" + symbol.group(2) + "\\(")
                            .matcher(Files.readString(file))
                            .find();
            if (!there) {
                missing.add(symbol.group(1) + "." + symbol.group(2));
            }
        }
        return missing;
    }
}
