package nl.plein.site.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedSiteTest {
    private static final String SITE = "/delivery/v1/sites/s";
    private static final String FEED = SITE + "/changes?after=0&pageSize=500&until=3";
    private static final String PICTURE = "bytes of a picture";
    private static final String SHA256 = Hashes.sha256(PICTURE);

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>(Map.of(
            SITE,
            "{\"id\":\"s\",\"version\":3, \"number\":1.10}",
            FEED,
            """
            {"after":0,"until":3,"untilMadeAt":"2026-03-10T09:00:00Z","complete":false,"page":{"next":"c"},"items":[
             {"kind":"entry","locale":"nl","path":"/a","id":"e1","entry":{"title":"A","assets":{
               "a1":{"file":"p.png","mediaType":"image/png","size":18,"width":1,"height":1,"sha256":"%s"}}}}]}"""
                    .formatted(SHA256),
            FEED + "&cursor=c",
            """
            {"after":0,"until":3,"untilMadeAt":"2026-03-10T09:00:00Z","complete":true,"page":{},"items":[
             {"kind":"entry","locale":"nl","path":"/b","id":"e2","entry":{"title":"B","assets":{
               "a1":{"file":"p.png","mediaType":"image/png","size":18,"width":1,"height":1,"sha256":"%s"}}}},
             {"kind":"setting","key":"b","value":2}]}"""
                    .formatted(SHA256),
            "/delivery/v1/assets/a1/p.png",
            PICTURE));
    private int expiredCursors;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_saved_site_says_what_the_server_says_byte_by_byte() throws Exception {
        Path out = folder.resolve("saved");

        SavedSite.Summary saved = save(out);

        assertThat(saved).isEqualTo(new SavedSite.Summary(3, 3, 2, 1));
        assertThat(files(out))
                .isEqualTo(Map.of(
                        "site.json",
                        answers.get(SITE),
                        "changes/0001.json",
                        answers.get(FEED),
                        "changes/0002.json",
                        answers.get(FEED + "&cursor=c"),
                        "assets/" + SHA256,
                        PICTURE));
        assertThat(told(new FolderSource(out))).isEqualTo(told(source()));
    }

    @Test
    void saving_again_takes_the_place_of_what_was_saved_and_fetches_no_file_twice() throws Exception {
        Path out = folder.resolve("saved");
        save(out);
        Files.writeString(out.resolve("changes/0003.json"), "{}");
        answers.put(SITE, "{\"id\":\"s\",\"version\":3,\"name\":\"Anders\"}");
        asked.clear();

        save(out);

        assertThat(files(out)).hasSize(4).containsEntry("site.json", answers.get(SITE));
        assertThat(asked).noneMatch(address -> address.contains("/assets/"));
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(out);
        }
    }

    @Test
    void a_folder_with_something_else_is_left_alone() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> save(folder)).isInstanceOf(Trouble.class).hasMessageContaining("not empty");
        assertThat(files(folder)).hasSize(1);
    }

    @Test
    void a_site_that_cant_be_saved_leaves_the_earlier_one() throws Exception {
        Path out = folder.resolve("saved");
        save(out);
        Map<String, String> before = files(out);
        Files.writeString(out.resolve("assets/" + SHA256), "other bytes");

        assertThatThrownBy(() -> save(out)).isInstanceOf(Trouble.class).hasMessageContaining("SHA-256");

        assertThat(files(out).keySet()).isEqualTo(before.keySet());
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(out);
        }
    }

    @Test
    void an_expired_cursor_means_beginning_again() throws Exception {
        expiredCursors = 1;

        assertThat(save(folder.resolve("saved")).items()).isEqualTo(3);
        assertThat(files(folder.resolve("saved"))).hasSize(4);
    }

    private SavedSite.Summary save(Path out) throws IOException {
        return new SavedSite(source(), out, received -> {}).save();
    }

    private HttpSource source() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new HttpSource(base, "s", Optional.empty());
    }

    private static List<Object> told(Source source) {
        List<Object> told = new ArrayList<>(List.of(source.site()));
        ChangePage page = source.changes(0, OptionalLong.of(3), Optional.empty());
        while (true) {
            told.addAll(page.items());
            if (page.complete()) {
                told.add(page.untilMadeAt());
                told.add(page.until());
                return told;
            }
            page = source.changes(0, OptionalLong.of(3), page.next());
        }
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        asked.add(address);
        boolean expired = address.contains("cursor=") && expiredCursors-- > 0;
        byte[] bytes = (expired ? "{}" : answers.getOrDefault(address, "{}")).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(expired ? 410 : answers.containsKey(address) ? 200 : 404, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
