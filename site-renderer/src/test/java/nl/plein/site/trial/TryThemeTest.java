package nl.plein.site.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.testkit.Samples;
import nl.plein.site.theme.ThemeShelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TryThemeTest {
    private static final Path THEMES = Path.of("../themes").toAbsolutePath().normalize();

    /** They ask an entry for its class, of a type that {@code base} declares no fields of: there is none, and nothing is written. */
    private static final Set<String> SEES_NOTHING = Set.of("java-class", "reflection");

    private final TryTheme trial =
            new TryTheme(ThemeShelf.folder(THEMES).or(ThemeShelf.folder(Samples.folder("themes"))), Thread::new);

    static Stream<Path> hostileThemes() throws IOException {
        try (Stream<Path> themes = Files.list(Samples.folder("hostile"))) {
            return themes.sorted().toList().stream();
        }
    }

    static Stream<Path> ourThemes() throws IOException {
        try (Stream<Path> themes = Files.list(THEMES)) {
            return themes.filter(theme -> Files.exists(theme.resolve("theme.json"))).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("hostileThemes")
    void a_hostile_theme_is_refused_with_a_reason_in_two_seconds(Path theme) throws IOException {
        Map<String, byte[]> files = ThemeShelf.ThemeFolder.read(theme);
        long start = System.nanoTime();

        assertThatThrownBy(() -> trial.on(ThemePackage.read(zip(files))))
                .isInstanceOf(Trouble.class)
                .message()
                .isNotBlank();

        assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
    }

    @ParameterizedTest
    @MethodSource("hostileThemes")
    void a_hostile_child_of_a_theme_that_we_ship_is_refused_too(Path theme) throws Exception {
        Map<String, byte[]> files = new TreeMap<>(ThemeShelf.ThemeFolder.read(theme));
        files.computeIfPresent(
                "theme.json",
                (name, json) -> text(json).replace("\"plain\"", "\"base\"").getBytes(StandardCharsets.UTF_8));

        if (SEES_NOTHING.contains(theme.getFileName().toString())) {
            assertThat(trial.on(ThemePackage.read(zip(files))).pages()).isGreaterThan(5);
        } else {
            assertThatThrownBy(() -> trial.on(ThemePackage.read(zip(files)))).isInstanceOf(Trouble.class);
        }
    }

    @ParameterizedTest
    @MethodSource("ourThemes")
    void a_theme_that_we_ship_passes(Path theme) throws Exception {
        Map<String, byte[]> files = new TreeMap<>(ThemeShelf.ThemeFolder.read(theme));

        assertThat(trial.on(files).pages()).isGreaterThan(10);
    }

    @Test
    void a_theme_that_never_ends_is_stopped_and_the_next_one_is_tried() throws Exception {
        String list = "'a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a'.split(',')";
        String loops = "{#let l=" + list
                + "}{#for a in l}{#for b in l}{#for c in l}{entry.body.replace('e','eeeeeeeeeeee').replace('e','eeeeeeeeeeee').size}{/for}{/for}{/for}{/let}";
        long start = System.nanoTime();

        assertThatThrownBy(() -> trial.on(Map.of(
                        "theme.json", bytes("{\"name\":\"traag\",\"extends\":\"base\"}"),
                        "templates/entry.html", bytes(loops))))
                .isInstanceOf(Trouble.class);

        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(trial.on(Map.of("theme.json", bytes("{\"name\":\"vlug\",\"extends\":\"base\"}")))
                        .name())
                .isEqualTo("vlug");
    }

    @Test
    void a_package_holds_data_of_a_theme_and_nothing_else() throws IOException {
        byte[] json = bytes("{\"name\":\"a\"}");
        for (String name : new String[] {
            "../x.css",
            "/x.css",
            "styles/../../x.css",
            "styles\\x.css",
            "styles/a b.css",
            "islands/x.js",
            "bin/run.sh",
            "assets/x.exe",
            "x.class",
            "styles/" + "x".repeat(300) + ".css"
        }) {
            assertThatThrownBy(() -> ThemePackage.read(zip(Map.of("theme.json", json, name, json))))
                    .as(name)
                    .isInstanceOf(Trouble.class);
        }
        assertThatThrownBy(() -> ThemePackage.read(zip(Map.of("styles/x.css", json))))
                .hasMessageContaining("theme.json");
        assertThatThrownBy(() -> ThemePackage.read(bytes("no zip"))).hasMessageContaining("theme.json");
        assertThat(ThemePackage.read(zip(
                        Map.of("mijn-thema/theme.json", json, "mijn-thema/styles/x.css", json, "__MACOSX/x", json))))
                .containsOnlyKeys("theme.json", "styles/x.css");
    }

    @Test
    void a_package_that_makes_much_of_little_is_refused() throws IOException {
        byte[] zeros = new byte[11 << 20];
        Map<String, byte[]> many = new TreeMap<>(Map.of("theme.json", bytes("{\"name\":\"a\"}")));
        for (int i = 0; i < 500; i++) {
            many.put("assets/" + i + ".txt", new byte[0]);
        }

        assertThatThrownBy(() -> ThemePackage.read(zip(Map.of("assets/zeros.txt", zeros))))
                .hasMessageContaining("10 MiB");
        assertThatThrownBy(() -> ThemePackage.read(zip(many))).hasMessageContaining("500 files");
        assertThatThrownBy(() -> ThemePackage.read(Arrays.copyOf(new byte[] {'P', 'K'}, 11 << 20)))
                .hasMessageContaining("10 MiB");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
