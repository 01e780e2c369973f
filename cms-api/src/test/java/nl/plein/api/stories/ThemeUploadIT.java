package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;

/** Themes of agencies: uploaded, tried, worn, taken off again; and those that mean harm. */
class ThemeUploadIT {

    private static final Path HOSTILE = Path.of("../site-renderer/src/test/resources/hostile");

    /** They ask an entry for its class; there is none, and nothing is written. */
    private static final Set<String> SEES_NOTHING = Set.of("java-class", "reflection");

    private static final long MOST_MILLIS = 4_000;

    private final Town town = new Town();
    private final String themes = "/manage/v1/agencies/" + town.id + "/themes";

    @Test
    void a_theme_of_three_files_is_worn_as_a_version_and_taken_off_again_in_one_call() throws IOException {
        town.awaitLive(town.publish(town.anEntry("Kleren")));
        String before = town.visitor.get("/nieuws/kleren").text();

        Client.Answer uploaded = upload(aTheme("Nieuwe kleren"));
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        String theme = uploaded.json().path("theme").asString();
        town.awaitLive(wear(theme));

        assertThat(town.visitor.get("/nieuws/kleren").text()).contains("Nieuwe kleren");
        assertThat(town.anyone
                        .get(town.delivery)
                        .json()
                        .path("theme")
                        .path("name")
                        .asString())
                .isEqualTo(theme);
        Client.Answer back = town.administrator
                .with("If-Match", "*")
                .post(town.manage + "/theme-roll-backs", "application/json", new byte[0]);
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        town.awaitLive(back.json().path("version").asLong());
        assertThat(town.visitor.get("/nieuws/kleren").text()).isEqualTo(before);
    }

    @Test
    void a_site_learns_what_its_theme_lets_it_set_and_what_it_could_wear_instead() throws IOException {
        wear(upload(aTheme("Te kiezen")).json().path("theme").asString());

        Client.Answer declared = town.administrator.get(town.manage + "/theme");

        assertThat(declared.status()).as(declared.text()).isEqualTo(200);
        assertThat(declared.json().path("name").asString()).startsWith("stadsstijl@");
        assertThat(declared.json().path("settings").path("tagline").path("type").asString())
                .isEqualTo("string");
        assertThat(declared.json().path("tokens").valueStream().map(token -> token.path("name")
                        .asString()))
                .contains("color.ink", "color.surface");
        assertThat(declared.json().path("contrast").get(0).path("least").asDouble())
                .isEqualTo(4.5);
        assertThat(declared.json().path("installed").valueStream().map(theme -> theme.path("name")
                        .asString()))
                .contains("base", "intranet", "participate", "square");
        assertThat(town.anyone.get(town.manage + "/theme").status()).isEqualTo(401);
    }

    @Test
    void the_same_package_is_kept_once_and_listed() throws IOException {
        byte[] zip = aTheme("Eens");

        String first = upload(zip).json().path("sha256").asString();
        String second = upload(zip).json().path("sha256").asString();

        assertThat(second).isEqualTo(first);
        assertThat(town.administrator.get(themes).json().path("items").size()).isEqualTo(1);
        assertThat(town.administrator
                        .get(themes + "/" + first)
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("stadsstijl");
        assertThat(town.publisher.get(themes).status()).isEqualTo(403);
        assertThat(town.publisher.post(themes, "application/zip", zip).status()).isEqualTo(403);
    }

    @Test
    void a_site_wears_no_theme_of_another_agency_and_none_that_is_not_there() throws IOException {
        String theirs =
                upload(new Town(), aTheme("Van hen")).json().path("theme").asString();

        for (String name : List.of(theirs, "stadsstijl@" + "0".repeat(64), "../../etc", "/etc", "")) {
            Client.Answer refused =
                    town.administrator.with("If-Match", "*").put(town.manage + "/theme", "{\"name\":\"" + name + "\"}");
            assertThat(refused.problem()).as(name).isEqualTo("unknown-theme");
        }
        assertThat(town.administrator
                        .put(town.manage + "/theme", "{\"name\":\"square\"}")
                        .status())
                .isEqualTo(428);
    }

    @Test
    void hostile_themes_are_refused_or_stopped_with_a_message_and_pages_are_answered_meanwhile() throws IOException {
        town.awaitLive(town.publish(town.anEntry("Rust")));
        List<String> wrong = new ArrayList<>();
        long slowest = 0;
        long slowestRead = 0;
        int refused = 0;
        try (Stream<Path> hostile = Files.list(HOSTILE)) {
            for (Path theme : hostile.sorted().toList()) {
                String name = theme.getFileName().toString();
                long start = System.nanoTime();
                Client.Answer answer = upload(zip(filesOf(theme)));
                long millis = (System.nanoTime() - start) / 1_000_000;
                slowest = Math.max(slowest, millis);
                boolean told = answer.status() == 400
                        && !answer.json().path("detail").asString("").isBlank();
                refused += told ? 1 : 0;
                if (millis > MOST_MILLIS || !told && !(answer.status() == 201 && SEES_NOTHING.contains(name))) {
                    wrong.add(name + " " + answer.status() + " " + millis + " ms " + answer.text());
                }
                start = System.nanoTime();
                assertThat(town.visitor.get("/nieuws/rust").status()).isEqualTo(200);
                slowestRead = Math.max(slowestRead, (System.nanoTime() - start) / 1_000_000);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "figure hostile_themes_refused=%d slowest_ms=%d slowest_read_ms=%d%n",
                refused,
                slowest,
                slowestRead);

        assertThat(wrong).isEmpty();
        assertThat(upload(aTheme("Daarna")).status()).isEqualTo(201);
    }

    @Test
    void what_is_no_package_is_refused() throws IOException {
        for (byte[] body : List.of(
                new byte[0],
                "geen zip".getBytes(StandardCharsets.UTF_8),
                zip(Map.of("islands/x.js", new byte[1], "theme.json", json("x"))))) {
            assertThat(upload(body).problem()).isEqualTo("theme-refused");
        }
        assertThat(upload(new byte[11 << 20]).status()).isEqualTo(413);
    }

    private Map<String, byte[]> filesOf(Path theme) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(theme)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(theme.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        files.computeIfPresent("theme.json", (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replace("\"plain\"", "\"base\"")
                .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private Client.Answer upload(byte[] zip) {
        return upload(town, zip);
    }

    private static Client.Answer upload(Town whose, byte[] zip) {
        return whose.administrator.post("/manage/v1/agencies/" + whose.id + "/themes", "application/zip", zip);
    }

    private long wear(String theme) {
        Client.Answer worn =
                town.administrator.with("If-Match", "*").put(town.manage + "/theme", "{\"name\":\"" + theme + "\"}");
        assertThat(worn.status()).as(worn.text()).isEqualTo(200);
        return worn.json().path("version").asLong();
    }

    private static byte[] json(String name) {
        return ("{\"name\":\"" + name + "\",\"version\":\"1.0.0\",\"extends\":\"square\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] aTheme(String footer) throws IOException {
        return zip(Map.of(
                "theme.json", json("stadsstijl"),
                "styles/stad.css", "body { letter-spacing: 0 }".getBytes(StandardCharsets.UTF_8),
                "templates/partials/footer.html",
                        ("<footer><p>" + footer + "</p></footer>").getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
