package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;

/** A picture is described, used, replaced, put back and at last deleted. */
class FilesIT {

    private final Town town = new Town();
    private final String assets = town.manage + "/assets";

    @Test
    void a_replaced_picture_is_on_the_page_at_once_and_the_former_one_can_be_put_back() throws IOException {
        String asset = upload("gracht.png", picture(1200, 600));
        String entry = anEntryWith(asset);
        town.awaitLive(town.publish(entry));
        List<String> before = media(asset);
        town.publisher.put(assets + "/" + asset + "/focal-point", "{\"x\":0.9,\"y\":0.5}");
        String src = town.publisher.get(assets + "/" + asset).json().path("src").asString();

        Client.Answer replaced = replace(town.publisher, asset, tagOf(asset), picture(900, 900));

        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(replaced.json().path("focalPoint").asString()).isEqualTo("removed");
        assertThat(replaced.json().path("changed").asInt()).isEqualTo(1);
        assertThat(replaced.json().path("asset").path("fileNumber").asInt()).isEqualTo(2);
        assertThat(replaced.header("ETag")).isEqualTo(tagOf(asset));
        town.awaitLive(replaced.json().path("version").asLong());
        assertThat(media(asset)).isNotEmpty().doesNotContainAnyElementsOf(before);
        assertThat(town.anyone.get(src).bytes()).isEqualTo(picture(900, 900));
        assertThat(town.anyone.get(src + "?width=320&format=jpeg").status()).isEqualTo(200);
        assertThat(town.anyone.get(town.delivery + "/entries/" + entry).text()).contains("width=\\\"900\\\"");

        Client.Answer back = town.publisher
                .with("If-Match", replaced.header("ETag"))
                .put(assets + "/" + asset + "/shown-file", "{\"number\":1}");

        assertThat(back.json().path("focalPoint").asString()).isEqualTo("put-back");
        town.awaitLive(back.json().path("version").asLong());
        assertThat(media(asset)).isEqualTo(before);
        var files = town.publisher.get(assets + "/" + asset + "/files").json().path("items");
        assertThat(files.size()).isEqualTo(2);
        assertThat(files.path(0).path("replacedAt").isMissingNode()).isFalse();
        assertThat(files.path(1).path("replacedAt").isMissingNode()).isTrue();
    }

    @Test
    void the_address_of_before_leads_to_a_picture_of_another_format() throws IOException {
        String asset = upload("gracht.png", picture(120, 60));
        town.publish(anEntryWith(asset));
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 60, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);

        replace(town.publisher, asset, "*", jpeg.toByteArray());

        Client.Answer former = town.anyone.get("/delivery/v1/assets/" + asset + "/gracht.png");
        assertThat(former.status()).isEqualTo(200);
        assertThat(former.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(town.anyone
                        .get("/delivery/v1/assets/" + asset + "/gracht.jpg")
                        .bytes())
                .isEqualTo(former.bytes());
        assertThat(town.anyone
                        .get("/delivery/v1/assets/" + asset + "/anders.png")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void who_writes_sees_a_file_that_nothing_uses_yet() throws IOException {
        String asset = upload("los.png", picture(900, 600));
        String src = town.publisher.get(assets + "/" + asset).json().path("src").asString();
        replace(town.publisher, asset, "*", picture(600, 600));

        assertThat(town.publisher.get(src).status()).isEqualTo(404);
        assertThat(town.publisher.get(assets + "/" + asset + "/files/1").bytes())
                .isEqualTo(picture(900, 600));
        Client.Answer small = town.publisher.get(assets + "/" + asset + "/files/2?width=320&height=180&format=jpeg");
        assertThat(small.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(town.publisher
                        .with("If-None-Match", small.header("ETag"))
                        .get(assets + "/" + asset + "/files/2?width=320&height=180&format=jpeg")
                        .status())
                .isEqualTo(304);
        assertThat(town.publisher.get(assets + "/" + asset + "/files/3").status())
                .isEqualTo(404);
        assertThat(town.anyone.get(assets + "/" + asset + "/files/1").status()).isEqualTo(401);
        assertThat(town.publisher
                        .get(assets + "?order=newest&pageSize=1")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(asset);
    }

    @Test
    void what_is_said_of_a_picture_is_found_again() throws IOException {
        String asset = upload("gracht.png", picture(120, 60));
        String words =
                """
                {"title":"De gracht","alt":{"nl":"Schaatsers onder de brug","en":"Skaters"},"credit":"Archief",
                 "licence":"Vrij","language":"nl"}""";

        Client.Answer said = town.publisher.with("If-Match", tagOf(asset)).put(assets + "/" + asset + "/words", words);

        assertThat(said.status()).as(said.text()).isEqualTo(200);
        assertThat(said.json().path("alt").path("en").asString()).isEqualTo("Skaters");
        assertThat(ids("?text=SCHAATSERS")).containsExactly(asset);
        assertThat(ids("?kind=picture&unused=true")).contains(asset);
        assertThat(ids("?kind=document")).isEmpty();
        anEntryWith(asset);
        assertThat(ids("?unused=true")).doesNotContain(asset);
        assertThat(town.publisher.get(assets + "?kind=film").problem()).isEqualTo("unknown-kind");
        assertThat(town.publisher
                        .with("If-Match", "*")
                        .put(assets + "/" + asset + "/words", "{\"language\":\"klingon taal\"}")
                        .problem())
                .isEqualTo("unknown-language");
    }

    @Test
    void a_used_file_is_not_deleted_unless_forced() throws IOException {
        String asset = upload("gracht.png", picture(120, 60));
        String entry = anEntryWith(asset);
        town.awaitLive(town.publish(entry));

        Client.Answer refused = town.publisher.with("If-Match", "*").delete(assets + "/" + asset);
        var uses = town.publisher.get(assets + "/" + asset + "/uses").json();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("asset-in-use");
        assertThat(refused.json().path("uses").path(0).path("name").asString()).isEqualTo(entry + "/nl");
        assertThat(uses.path("drafts").path(0).path("place").asString()).isEqualTo("/body");
        assertThat(uses.path("published").path(0).path("path").asString()).startsWith("/nieuws/");

        Client.Answer forced =
                town.publisher.with("If-Match", tagOf(asset)).delete(assets + "/" + asset + "?force=true");

        assertThat(forced.status()).as(forced.text()).isEqualTo(204);
        assertThat(town.publisher.get(assets + "/" + asset).status()).isEqualTo(404);
        assertThat(town.anyone
                        .get("/delivery/v1/assets/" + asset + "/gracht.png")
                        .status())
                .isEqualTo(404);
        town.awaitLive(town.publisher.get(town.manage).json().path("version").asLong());
        assertThat(media(asset)).isEmpty();
    }

    @Test
    void who_may_not_publish_replaces_and_deletes_nothing() throws IOException {
        Client contributor = town.anyone.withToken(Town.made(town.administrator.post(
                        "/manage/v1/agencies/" + town.id + "/members", "{\"name\":\"Ad\",\"role\":\"contributor\"}"))
                .json()
                .path("secret")
                .asString());
        String shown = upload("gracht.png", picture(120, 60));
        town.publish(anEntryWith(shown));
        String drafted = upload("klad.png", picture(120, 60));

        assertThat(replace(contributor, shown, "*", picture(60, 60)).status()).isEqualTo(403);
        assertThat(replace(contributor, drafted, "*", picture(60, 60)).status()).isEqualTo(403);
        assertThat(contributor
                        .with("If-Match", "*")
                        .delete(assets + "/" + drafted)
                        .status())
                .isEqualTo(403);
        assertThat(replace(town.publisher, drafted, "*", "Geachte".getBytes(StandardCharsets.UTF_8))
                        .problem())
                .isEqualTo("other-kind");
        assertThat(town.publisher.get(assets + "/" + shown).json().path("width").asInt())
                .isEqualTo(120);
    }

    private Client.Answer replace(Client who, String asset, String tag, byte[] bytes) {
        return who.with("If-Match", tag)
                .send(
                        "PUT",
                        assets + "/" + asset + "/file",
                        BodyPublishers.ofByteArray(bytes),
                        List.of("Content-Type", "application/octet-stream"));
    }

    private String tagOf(String asset) {
        return town.publisher.get(assets + "/" + asset).header("ETag");
    }

    private List<String> ids(String query) {
        return town.publisher
                .get(assets + query)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    /** The pictures that the page of this file names. */
    private List<String> media(String asset) {
        String page = town.visitor.get("/nieuws/met-beeld-" + asset).text();
        assertThat(page).contains("Met beeld");
        return Pattern.compile("/_plein/media/[^\" ]+[.](webp|jpe?g|png)")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private String upload(String name, byte[] bytes) {
        return Town.made(town.publisher.post(assets + "?file=" + name, "application/octet-stream", bytes))
                .json()
                .path("id")
                .asString();
    }

    private String anEntryWith(String asset) {
        return Town.made(town.publisher.post(
                        town.manage + "/entries",
                        "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":{\"title\":\"Met beeld " + asset
                                + "\",\"body\":\"<figure><img data-asset=\\\"" + asset
                                + "\\\" alt=\\\"Beeld\\\"></figure>\"}}"))
                .json()
                .path("entry")
                .asString();
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
