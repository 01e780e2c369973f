package nl.plein.cms.links;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.workflow.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Links that lead out of a site are asked for seldom and politely, and are called dead when they are. */
@OnEveryDatabase
class CheckLinksTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Parameter
    Plein plein;

    private final Outside outside = new Outside();
    private Writer writer;
    private Instant before;

    @BeforeEach
    void open() {
        before = plein.clock().instant();
        writer = new Writer(plein);
        plein.get(Rows.class).clear(); // of other tests
        System.setProperty("plein.outside.allow", outside.authority());
    }

    @AfterEach
    void close() {
        plein.clock().set(before);
        System.clearProperty("plein.outside.allow");
        System.clearProperty("plein.links.check");
        plein.get(Rows.class).clear();
        outside.close();
    }

    @Test
    void a_new_link_of_a_draft_is_asked_for_once_and_again_after_a_week() {
        writer.writes("Een", link("/bestaat#deel"));
        writer.writes("Twee", link("/bestaat"));

        check();
        later(HOUR.multipliedBy(24));
        check();
        assertThat(outside.asked()).containsExactly("HEAD /bestaat");

        later(HOUR.multipliedBy(24 * 7));
        check();
        assertThat(outside.asked()).containsExactly("HEAD /bestaat", "HEAD /bestaat");
    }

    @Test
    void what_is_gone_twice_an_hour_apart_is_found_with_the_day_since_which_it_is() {
        outside.answers("/weg", 404);
        TranslationKey draft = writer.writes("Een", link("/weg"));

        check();
        assertThat(outside.asked()).containsExactly("HEAD /weg", "GET /weg");
        assertThat(writer.codes(draft)).isEmpty();
        later(Duration.ofMinutes(50));
        check();
        assertThat(outside.asked()).hasSize(2);
        later(Duration.ofMinutes(11));
        check();

        assertThat(writer.found(draft)).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("link-dead");
            assertThat(reason.pointer()).isEqualTo("/body");
            assertThat(reason.words().nl())
                    .startsWith("De link “hier verder” naar " + outside.url("/weg") + " werkt niet sinds ")
                    .endsWith(": daar is niets (meer) (404). Verbeter het adres of haal de link weg.");
            assertThat(reason.words().en()).contains("there is nothing there (any more) (404)");
        });
        assertThat(outside.asked()).hasSize(4);
    }

    @Test
    void a_server_that_is_broken_has_more_than_a_day_and_is_asked_more_and_more_seldom() {
        outside.answers("/stuk", 503);
        TranslationKey draft = writer.writes("Een", link("/stuk"));

        for (int hour = 0; hour < 24; hour++) {
            check();
            assertThat(writer.codes(draft)).isEmpty();
            later(HOUR.plusMinutes(5)); // the pauses of the host come on top
        }
        assertThat(outside.asked()).hasSize(2 * 5); // after 0, 1, 3, 7 and 15 hours, each by HEAD and GET
        later(HOUR.multipliedBy(8));
        check();

        assertThat(writer.found(draft)).extracting(Reason::code).containsExactly("link-dead");
    }

    @Test
    void what_answers_again_is_found_no_more() {
        outside.answers("/weg", 410);
        TranslationKey draft = writer.writes("Een", link("/weg"));
        check();
        later(HOUR.plusMinutes(5)); // the pauses of the host come on top
        check();
        assertThat(writer.codes(draft)).containsExactly("link-dead");

        outside.answers("/weg", 200);
        later(HOUR.multipliedBy(3));
        check();

        assertThat(writer.codes(draft)).isEmpty();
    }

    @Test
    void who_keeps_programs_out_or_knows_no_head_is_alive() {
        outside.answers("/inloggen", 401);
        outside.answers("/geen-robots", 403);
        outside.answers("/te-vaak", 429);
        TranslationKey draft =
                writer.writes("Een", link("/inloggen") + link("/geen-robots") + link("/te-vaak") + link("/goed"));
        outside.knowsGetOnly();

        for (int i = 0; i < 4; i++) {
            check();
            later(HOUR.multipliedBy(24 * 8));
        }

        assertThat(outside.asked()).contains("GET /goed", "HEAD /inloggen");
        assertThat(writer.codes(draft)).isEmpty();
    }

    @Test
    void redirects_are_followed_but_never_inside_and_not_in_circles() {
        outside.leads("/verhuisd", "/weg");
        outside.answers("/weg", 404);
        outside.leads("/binnen", "http://127.0.0.1:1/geheim");
        outside.leads("/rond", "/rond");
        TranslationKey moved = writer.writes("Een", link("/verhuisd"));
        TranslationKey others = writer.writes("Twee", link("/binnen") + link("/rond"));

        check();
        later(HOUR.plusMinutes(5)); // the pauses of the host come on top
        check();

        assertThat(outside.asked()).contains("HEAD /verhuisd", "HEAD /weg");
        assertThat(writer.codes(moved)).containsExactly("link-dead");
        assertThat(writer.codes(others)).isEmpty();
    }

    @Test
    void a_host_is_asked_by_one_at_a_time_with_a_pause() {
        for (int i = 0; i < 5; i++) {
            writer.writes("Bericht " + i, link("/" + i));
        }

        assertThat(plein.get(CheckLinks.class).checkNow()).isEqualTo(1);
        assertThat(plein.get(CheckLinks.class).checkNow()).isZero();
        later(OutsideHost.PAUSE);
        assertThat(plein.get(CheckLinks.class).checkNow()).isEqualTo(1);
        later(OutsideHost.PAUSE);
        check();

        assertThat(outside.asked()).hasSize(5);
        assertThat(outside.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void what_lies_inside_is_not_asked_for_and_not_found() {
        System.clearProperty("plein.outside.allow");
        TranslationKey draft = writer.writes("Een", link("/intern"));

        check();

        assertThat(outside.asked()).isEmpty();
        assertThat(writer.codes(draft)).isEmpty();
    }

    @Test
    void a_link_that_no_draft_and_no_publication_has_any_more_is_forgotten() {
        TranslationKey draft = writer.writes("Een", link("/a"));
        writer.publishes(draft);
        check();

        writer.saves(draft, "Een", "<p>zonder</p>");
        plein.get(ForgetLinks.class).perform();
        assertThat(isKnown("/a")).isTrue(); // visitors still see it

        writer.publishes(draft);
        plein.get(ForgetLinks.class).perform();
        assertThat(isKnown("/a")).isFalse();
    }

    @Test
    void a_link_that_comes_back_into_the_draft_stays_known() {
        TranslationKey draft = writer.writes("Een", link("/a"));
        check();
        writer.saves(draft, "Een", "<p>zonder</p>");
        writer.saves(draft, "Een", link("/a"));

        plein.get(ForgetLinks.class).perform();

        assertThat(isKnown("/a")).isTrue();
    }

    @Test
    void erasing_an_entry_forgets_its_links() {
        TranslationKey draft = writer.writes("Een", link("/a"));
        writer.publishes(draft);
        check();

        writer.room.erase(draft.entry());
        plein.get(ForgetLinks.class).perform();

        assertThat(isKnown("/a")).isFalse();
    }

    @Test
    void pages_from_before_are_read_once() {
        TranslationKey draft = writer.writes("Een", link("/a"));
        writer.publishes(draft);
        plein.get(Rows.class).clear();

        plein.get(ReadPages.class).perform();
        plein.get(Rows.class).forgetOthers(host());
        check();
        assertThat(outside.asked()).containsExactly("HEAD /a");

        plein.get(ReadPages.class).perform();
        plein.get(Rows.class).forgetOthers(host());
        check();
        assertThat(outside.asked()).hasSize(1);
    }

    @Test
    void the_operator_can_leave_the_outside_alone() {
        System.setProperty("plein.links.check", "off");
        writer.writes("Een", link("/a"));

        check();

        assertThat(outside.asked()).isEmpty();
    }

    /** All that is due now; the hosts get their pauses. */
    private void check() {
        Instant now = plein.clock().instant();
        while (plein.get(CheckLinks.class).checkNow() > 0) {
            later(OutsideHost.PAUSE);
        }
        plein.clock().set(now);
        plein.get(Rows.class).freeHosts();
    }

    private void later(Duration time) {
        plein.clock().set(plein.clock().instant().plus(time));
    }

    private String host() {
        return OutsideHost.of(URI.create(outside.url("/")));
    }

    private boolean isKnown(String path) {
        return plein.get(Rows.class).has(URI.create(outside.url(path)));
    }

    private String link(String path) {
        return "<p>Lees <a href=\"" + outside.url(path) + "\">hier verder</a>.</p>";
    }

    /** The tables as they are. */
    @ApplicationScoped
    @Transactional
    static class Rows {

        @Inject
        @PlatformData
        EntityManager platform;

        public void clear() {
            for (String rows : new String[] {"LinkUse", "OutsideLink", "OutsideHost", "ReadSite"}) {
                platform.createQuery("delete from " + rows + " r").executeUpdate();
            }
        }

        /** What pages of other tests lead to is nobody's to ask: they name hosts of the world. */
        public void forgetOthers(String host) {
            platform.createQuery("delete from LinkUse u where u.url not like :own")
                    .setParameter("own", "http://" + host + "/%")
                    .executeUpdate();
            platform.createQuery("delete from OutsideLink l where l.host <> :host")
                    .setParameter("host", host)
                    .executeUpdate();
        }

        public void freeHosts() {
            platform.createQuery("delete from OutsideHost h").executeUpdate();
        }

        public boolean has(URI url) {
            return platform.find(OutsideLink.class, OutsideLink.idOf(url)) != null;
        }
    }
}
