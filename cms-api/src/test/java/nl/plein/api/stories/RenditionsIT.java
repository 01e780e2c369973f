package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures in other sizes: who gets them, how they look, and what is refused. */
class RenditionsIT {

    private static final long MOST_MILLIS_EACH = 20_000;

    private final Town town = new Town();

    @Test
    void a_published_picture_is_there_in_the_sizes_that_are_offered() throws IOException {
        String src = published(upload("plein.png", leftRedRightBlue(1200, 600)));

        Client.Answer jpeg = town.anyone.get(src + "?width=320&format=jpeg");
        Client.Answer webp = town.anyone.get(src + "?width=320");

        assertThat(jpeg.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(webp.header("Content-Type")).isEqualTo("image/webp");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg.bytes()));
        assertThat(picture.getWidth()).isEqualTo(320);
        assertThat(picture.getHeight()).isEqualTo(160);
        Client.Answer again =
                town.anyone.with("If-None-Match", webp.header("ETag")).get(src + "?width=320");
        assertThat(again.status()).isEqualTo(304);
        assertThat(town.anyone.get(src).bytes()).isEqualTo(leftRedRightBlue(1200, 600));
    }

    @Test
    void nobody_gets_a_size_of_a_picture_that_nothing_published_uses() throws IOException {
        String asset = upload("geheim.png", leftRedRightBlue(600, 300)).id();

        String src = "/delivery/v1/assets/" + asset + "/geheim.png";

        assertThat(town.anyone.get(src + "?width=320").status()).isEqualTo(404);
        assertThat(town.visitor.get(src + "?width=320").status()).isEqualTo(404);
    }

    @Test
    void a_page_offers_widths_that_are_kept_for_ever() throws IOException {
        aTypeWithAPicture();
        town.awaitLive(town.publish(anEntryWith(upload("gracht.png", leftRedRightBlue(2400, 1200)))));

        String page = town.visitor.get("/gezicht/gezicht").text();

        List<String> named = Pattern.compile("/_plein/media/[^\" ]+[.]webp")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(page).contains("srcset=").doesNotContain("gracht.png");
        assertThat(named).hasSize(3).allSatisfy(path -> {
            Client.Answer picture = town.visitor.get(path);
            assertThat(picture.header("Content-Type")).isEqualTo("image/webp");
            assertThat(picture.header("Cache-Control")).contains("immutable");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "width=333, unknown-width, 320",
        "width=-1, unknown-width, 320",
        "width=640&height=361, unknown-height, 360 (16:9)",
        "height=360, missing-parameter, width",
        "format=webp, missing-parameter, width",
        "width=640&fit=cover, missing-parameter, height",
        "width=640&height=360&fit=fill, unknown-fit, contain",
        "width=640&format=avif, unknown-format, webp",
    })
    void other_sizes_are_refused_with_those_that_are_offered(String query, String code, String named)
            throws IOException {
        String src = published(upload("maat.png", leftRedRightBlue(100, 100)));

        Client.Answer refused = town.anyone.get(src + "?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo(code);
        assertThat(refused.json().path("detail").asString()).contains(named);
    }

    @Test
    void a_cut_follows_the_focal_point_and_pages_get_it_with_the_next_version() throws IOException {
        aTypeWithAPicture();
        Uploaded picture = upload("gracht.png", leftRedRightBlue(1200, 300));
        String entry = anEntryWith(picture);
        town.publish(entry);
        String src = "/delivery/v1/assets/" + picture.id() + "/gracht.png?width=320&height=320&format=jpeg";

        Client.Answer set =
                town.publisher.put(town.manage + "/assets/" + picture.id() + "/focal-point", "{\"x\":0.9,\"y\":0.504}");

        assertThat(set.json().path("focalPoint").toString()).isEqualTo("{\"x\":0.9,\"y\":0.5}");
        assertThat(isBlue(town.anyone.get(src))).isTrue();
        assertThat(focusOf(entry)).isEmpty();
        town.publish(entry);
        assertThat(focusOf(entry)).isEqualTo("{\"x\":0.9,\"y\":0.5}");
        town.publisher.put(town.manage + "/assets/" + picture.id() + "/focal-point", "{\"x\":0.1,\"y\":0.5}");
        assertThat(isBlue(town.anyone.get(src))).isFalse();
        Client.Answer removed = town.publisher.delete(town.manage + "/assets/" + picture.id() + "/focal-point");
        assertThat(removed.json().has("focalPoint")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":1.5,\"y\":0}", "{\"x\":0.5}", "{\"x\":-0.1,\"y\":0.5}"})
    void a_focal_point_outside_the_picture_is_refused(String point) throws IOException {
        Uploaded picture = upload("plein.png", leftRedRightBlue(100, 100));

        Client.Answer refused = town.publisher.put(town.manage + "/assets/" + picture.id() + "/focal-point", point);

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void a_flood_of_pictures_is_turned_away_while_pages_are_answered() throws Exception {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sources.add(published(upload("groot-" + i + ".png", leftRedRightBlue(5000 + i, 3000))));
        }
        List<Callable<Integer>> flood = new ArrayList<>();
        for (String src : sources) {
            for (int width : List.of(160, 320, 480, 640, 960, 1280, 1600, 1920)) {
                flood.add(() -> town.anyone.get(src + "?width=" + width).status());
            }
        }
        var crowd = Executors.newFixedThreadPool(32);
        List<Future<Integer>> answers = new ArrayList<>();
        flood.forEach(one -> answers.add(crowd.submit(one)));
        long slowest = 0;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            assertThat(town.anyone.get(town.delivery).status()).isEqualTo(200);
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        crowd.shutdown();
        System.out.printf(
                Locale.ROOT,
                "figure flood=%d turned_away=%d slowest_read_ms=%d%n",
                statuses.size(),
                statuses.stream().filter(status -> status == 503).count(),
                slowest / 1_000_000);

        assertThat(statuses).containsOnly(200, 503);
        assertThat(slowest).isLessThan(2_000_000_000L);
    }

    @Test
    void real_and_hostile_pictures_are_answered_or_refused_with_a_reason() throws Exception {
        List<Path> pictures = picturesOfTheCorpus();
        List<String> wrong = new ArrayList<>();
        int made = 0;
        int refused = 0;
        for (Path picture : pictures) {
            Uploaded uploaded = upload("p.bin", Files.readAllBytes(picture));
            String src = published(uploaded);
            for (String query : List.of("?width=640", "?width=320&height=180&format=jpeg")) {
                long start = System.nanoTime();
                Client.Answer answer = town.anyone.get(src + query);
                if (answer.status() == 200) {
                    made++;
                } else if (answer.status() == 400
                        && answer.json().path("detail").asString().length() > 20) {
                    refused++;
                } else {
                    wrong.add(picture + " " + answer.status() + " " + answer.text());
                }
                if ((System.nanoTime() - start) / 1_000_000 > MOST_MILLIS_EACH) {
                    wrong.add(picture + " took too long");
                }
            }
        }
        System.out.printf(Locale.ROOT, "figure pictures=%d made=%d refused=%d%n", pictures.size(), made, refused);

        assertThat(wrong).isEmpty();
        assertThat(made).isGreaterThan(0);
    }

    /** In every build those that are strange, in a full proof all. */
    private static List<Path> picturesOfTheCorpus() throws IOException {
        Path hostile = RealSites.folder("generated-hostile");
        List<Path> found = new ArrayList<>();
        List<String> parts = nl.plein.api.server.Proof.isFull()
                ? List.of("generated-hostile", "payloads", "tika-documents", "html-attacks", "18f-site", "digital-gov")
                : List.of("generated-hostile", "payloads", "tika-documents", "html-attacks");
        for (String part : parts) {
            try (Stream<Path> files = Files.walk(hostile.resolveSibling(part))) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.toString()
                                .toLowerCase(Locale.ROOT)
                                .matches(".*\\.(jpe?g|png|gif|webp|svg|tiff?|bmp)"))
                        .filter(RenditionsIT::isNotEmpty)
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isNotEmpty(Path file) {
        try {
            return Files.size(file) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Uploaded(String id, String src) {}

    private Uploaded upload(String name, byte[] bytes) {
        Client.Answer answer =
                Town.made(town.publisher.post(town.manage + "/assets?file=" + name, "application/octet-stream", bytes));
        return new Uploaded(
                answer.json().path("id").asString(), answer.json().path("src").asString());
    }

    /** @return its address, open to everyone */
    private String published(Uploaded picture) {
        String entry = Town.made(town.publisher.post(
                        town.manage + "/entries",
                        "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":{\"title\":\"Met beeld " + picture.id()
                                + "\",\"body\":\"<p><img data-asset=\\\"" + picture.id()
                                + "\\\" alt=\\\"Beeld\\\"></p>\"}}"))
                .json()
                .path("entry")
                .asString();
        town.publish(entry);
        return picture.src();
    }

    private void aTypeWithAPicture() {
        Town.made(
                town.administrator.post(
                        "/manage/v1/agencies/" + town.id + "/content-types",
                        """
                {"key":"view","kind":"entry","name":{"nl":"Gezicht"},"titleField":"title","pathPattern":"/gezicht/{slug}",
                 "fields":[{"key":"title","kind":"text","name":{"nl":"Titel"},"required":true},
                           {"key":"image","kind":"asset","name":{"nl":"Beeld"}}]}"""));
    }

    private String anEntryWith(Uploaded picture) {
        return Town.made(town.publisher.post(
                        town.manage + "/entries",
                        "{\"type\":\"view\",\"locale\":\"nl\",\"fields\":{\"title\":\"Gezicht\",\"image\":{\"asset\":\""
                                + picture.id() + "\",\"alt\":\"Gracht\"}}}"))
                .json()
                .path("entry")
                .asString();
    }

    private String focusOf(String entry) {
        return town.anyone
                .get(town.delivery + "/entries/" + entry)
                .json()
                .path("fields")
                .path("image")
                .path("focus")
                .toString()
                .replace("\"\"", "");
    }

    private static boolean isBlue(Client.Answer jpeg) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg.bytes()));
        Color middle = new Color(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2));
        return middle.getBlue() > middle.getRed();
    }

    private static byte[] leftRedRightBlue(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
