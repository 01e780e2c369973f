package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PathAnswer;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnDatabase
class LoadBundleTest {

    private static int number;

    @Parameter
    Plein plein;

    @TempDir
    Path folder;

    private final String id =
            "bundle-" + ++number + "-" + ProcessHandle.current().pid();

    @Test
    void a_bundle_becomes_an_agency_with_published_sites() throws IOException {
        aBundle();

        plein.get(LoadBundle.class).perform(folder);

        SiteRef site = plein.get(Sites.class).get(SiteId.of(id));
        assertThat(site.agency()).isEqualTo(AgencyId.of(id));
        assertThat(site.version()).isEqualTo(1);
        assertThat(plein.get(Sites.class).byHost(id + ".localhost")).isPresent();
        Publication home = published(site, "/");
        Publication under = published(site, "/over/team");
        assertThat(home.title()).isEqualTo("Thuis");
        assertThat(home.fields().path("body").asString())
                .isEqualTo("<p><a data-entry=\"" + under.entry() + "\">team</a></p>");
        assertThat(home.fields().path("image").path("asset").asString()).hasSize(36);
        assertThat(published(site, "/en").title()).isEqualTo("Home");
        assertThat(published(site, "/en").fields().path("date").asString()).isEqualTo("2026-03-03");
        var guest = new Viewer(Optional.empty(), Set.of(Audience.EVERYONE, Audience.group("bouw")), false);
        assertThat(answer(site, "/groepen/bouwteam/steiger", guest)).isInstanceOf(PathAnswer.Found.class);
        assertThat(answer(site, "/groepen/bouwteam/steiger", Viewer.PUBLIC)).isInstanceOf(PathAnswer.Absent.class);
        plein.inAgency(site.agency(), () -> {
            var parts = plein.get(SiteParts.class)
                    .at(site.id(), plein.get(Moments.class).now(site.id()));
            assertThat(parts.toString()).contains(under.entry().toString(), "square", "info@example.org");
        });
    }

    @Test
    void loading_again_changes_nothing() throws IOException {
        aBundle();
        plein.get(LoadBundle.class).perform(folder);
        plein.get(LoadBundle.class).perform(folder);

        assertThat(plein.get(Sites.class).get(SiteId.of(id)).version()).isEqualTo(1);
    }

    @Test
    void the_demonstration_loads() throws IOException {
        Path demonstration = Path.of("../cms-api/src/main/demo/voorbeeldstad");
        long start = System.nanoTime();

        plein.get(LoadBundle.class).perform(demonstration);

        Proof.figure("demonstration seconds", (System.nanoTime() - start) / 100_000_000 / 10.0);
        for (SiteRef site : plein.get(Sites.class).ofAgency(AgencyId.of("voorbeeldstad"))) {
            assertThat(site.version()).as(site.toString()).isEqualTo(1);
        }
        assertThat(plein.get(Sites.class).ofAgency(AgencyId.of("voorbeeldstad")))
                .hasSize(3);
        assertThat(published(plein.get(Sites.class).get(SiteId.of("voorbeeldstad")), "/")
                        .title())
                .isNotBlank();
    }

    @Test
    void what_is_broken_is_named_with_its_file() throws IOException {
        aBundle();
        broken("sites/" + id + "/entries/home.json", "{", "no valid JSON");
        broken(
                "sites/" + id + "/entries/home.json",
                "{\"key\":\"home\",\"type\":\"nothing\",\"translations\":{\"nl\":{\"fields\":{}}}}",
                "nothing");
        broken(
                "sites/" + id + "/entries/home.json",
                "{\"key\":\"home\",\"type\":\"page\",\"translations\":{\"nl\":{\"fields\":{\"title\":\"x\","
                        + "\"image\":{\"asset\":\"gone.png\",\"alt\":\"\"}}}}}",
                "gone.png");
        Files.delete(folder.resolve("bundle.json"));
        assertThatThrownBy(() -> plein.get(LoadBundle.class).perform(folder)).hasMessageContaining("bundle.json");
    }

    private void broken(String file, String json, String problem) throws IOException {
        write(file, json);
        assertThatThrownBy(() -> plein.get(LoadBundle.class).perform(folder))
                .hasMessageContaining(file)
                .hasMessageContaining(problem);
    }

    private void aBundle() throws IOException {
        write("bundle.json", "{\"agency\":{\"id\":\"" + id + "\",\"name\":\"Agency\"},\"sites\":[\"" + id + "\"]}");
        write(
                "types/page.json",
                """
                {"key":"page","name":{"nl":"Pagina"},"titleField":"title","tree":true,"fields":[
                 {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"},
                 {"key":"date","kind":"date","localised":false},{"key":"image","kind":"asset"}]}""");
        write(
                "sites/" + id + "/site.json",
                """
                {"id":"%s","name":{"nl":"Site","en":"Site"},"hosts":["%s.localhost"],"locales":["nl","en"],
                 "timeZone":"Europe/Amsterdam","audiences":["everyone"],
                 "groups":{"bouw":{"slug":"bouwteam","title":{"nl":"Bouwteam","en":"Building team"}}},
                 "theme":{"name":"square","settings":{},"tokens":{}},
                 "settings":{"site":{"contact":{"email":"info@example.org"}}},
                 "menus":{"main.nl":{"items":[{"label":"Team","entry":"team"}]}},
                 "redirects":[{"from":"/wie","entry":"team"}]}"""
                        .formatted(id, id));
        write(
                "sites/" + id + "/entries/home.json",
                """
                {"key":"home","type":"page","translations":{
                 "nl":{"path":"/","fields":{"title":"Thuis","date":"2026-03-03","body":"<p><a data-entry=\\"team\\">team</a></p>",
                       "image":{"asset":"dot.png","alt":"Een stip"}}},
                 "en":{"path":"/en","fields":{"title":"Home"}}}}""");
        write(
                "sites/" + id + "/entries/team.json",
                """
                {"key":"team","type":"page","parent":"zz-over","translations":{"nl":{"slug":"team","fields":{"title":"Team"}}}}""");
        write(
                "sites/" + id + "/entries/zz-over.json",
                """
                {"key":"zz-over","type":"page","translations":{"nl":{"slug":"over","fields":{"title":"Over"}}}}""");
        write(
                "sites/" + id + "/entries/steiger.json",
                """
                {"key":"steiger","type":"page","audience":"group:bouw","translations":{
                 "nl":{"slug":"steiger","fields":{"title":"Steiger"}}}}""");
        Path picture = folder.resolve("sites/" + id + "/assets/dot.png");
        Files.createDirectories(picture.getParent());
        var dot = new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB);
        javax.imageio.ImageIO.write(dot, "png", picture.toFile());
    }

    private void write(String file, String json) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, json.getBytes(StandardCharsets.UTF_8));
    }

    private Publication published(SiteRef site, String path) {
        PathAnswer answer = answer(site, path, Viewer.PUBLIC);
        assertThat(answer).as(path).isInstanceOf(PathAnswer.Found.class);
        return ((PathAnswer.Found) answer).publication();
    }

    private PathAnswer answer(SiteRef site, String path, Viewer viewer) {
        return plein.inAgency(site.agency(), () -> plein.get(Publications.class)
                .byPath(site.id(), path, viewer, plein.get(Moments.class).now(site.id())));
    }
}
