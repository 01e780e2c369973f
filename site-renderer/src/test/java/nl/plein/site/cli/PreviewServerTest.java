package nl.plein.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewServerTest {
    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void pages_are_shown_and_look_for_what_is_newer() throws Exception {
        Files.createDirectories(folder.resolve("site/nieuws"));
        Files.writeString(folder.resolve("site/nieuws/index.html"), "<body><p>Nieuws</p></body>");
        Files.writeString(folder.resolve("site/404.html"), "<body>Niet hier</body>");
        Files.writeString(folder.resolve("secret.txt"), "geheim");
        try (PreviewServer server = PreviewServer.start(folder.resolve("site"), 0)) {
            assertThat(get(server, "nieuws").statusCode()).isEqualTo(500);
            server.show();
            assertThat(get(server, "nieuws").body())
                    .isEqualTo("<body><p>Nieuws</p><script src=\"/_plein/serve/look.js\"></script></body>");
            String before = get(server, "_plein/serve/state").body();
            server.show("templates/home.html:3: there is no 'tilte' <here>");
            assertThat(get(server, "_plein/serve/state").body()).isNotEqualTo(before);
            assertThat(get(server, "nieuws").body()).contains("there is no &#39;tilte&#39; &lt;here&gt;");
            server.show();
            assertThat(get(server, "elders").statusCode()).isEqualTo(404);
            assertThat(get(server, "elders").body()).startsWith("<body>Niet hier");
            assertThat(get(server, "..%2Fsecret.txt").statusCode()).isEqualTo(404);
        }
    }

    private HttpResponse<String> get(PreviewServer server, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
