package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceAddressTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @Test
    void a_dated_file_lives_at_its_day() {
        assertThat(path("posts/2014-03-12-coming-soon.md", "")).isEqualTo("/2014/03/12/coming-soon");
        assertThat(path("_posts/2014-03-12-Coming Soon.md", "")).isEqualTo("/2014/03/12/coming-soon");
        assertThat(path("x/content/news/2013/04/2013-04-19-old.md", "slug: new\ndate: 2013-04-19 22:00:00 -0400"))
                .isEqualTo("/2013/04/19/new");
    }

    @Test
    void the_date_of_the_front_matter_wins_over_the_name() {
        assertThat(path("posts/2015-06-08-explainer.md", "date: 2015-06-09")).isEqualTo("/2015/06/09/explainer");
    }

    @Test
    void a_permalink_wins() {
        assertThat(path("posts/2015-05-21-TockingTime.md", "permalink: /2015/05/21/tockingtime/"))
                .isEqualTo("/2015/05/21/tockingtime");
        assertThat(path("about.md", "url: /Over ons/index.html")).isEqualTo("/over-ons");
    }

    @Test
    void a_pattern_as_permalink_is_noted() {
        var notes = new ArrayList<String>();

        assertThat(address("about.md", "permalink: /:year/:slug", notes).path()).isEqualTo("/about");
        assertThat(notes).singleElement().asString().contains("/:year/:slug");
    }

    @Test
    void other_files_live_where_they_lie() {
        assertThat(path("guides/Getting Started.md", "")).isEqualTo("/guides/getting-started");
        assertThat(path("content/guides/hcd/index.md", "")).isEqualTo("/guides/hcd");
        assertThat(path("content/news/_index.md", "")).isEqualTo("/news");
        assertThat(path("content/authors/ann-bee/_index.md", "slug: ann-bee")).isEqualTo("/authors/ann-bee");
        assertThat(path("content/guides/hcd/index.md", "slug: design")).isEqualTo("/guides/design");
        assertThat(path("_index.md", "")).isEqualTo("/");
        assertThat(address("content/news/_index.md", "", new ArrayList<>()).isSection())
                .isTrue();
    }

    @Test
    void links_may_mean_a_file_in_several_ways() {
        var address =
                address("content/news/2013/04/2013-04-19-old.md", "slug: new\naliases: [/x/y/]", new ArrayList<>());

        assertThat(address.knownAs())
                .contains(
                        "/2013/04/19/new",
                        "/2013/04/19/old",
                        "/x/y",
                        "file:2013-04-19-old.md",
                        "file:/news/2013/04/2013-04-19-old.md",
                        SourceAddress.key("/news/2013/04/2013-04-19-old.md"));
    }

    @Test
    void a_key_is_the_same_for_all_spellings_of_an_address() {
        assertThat(List.of("/A/b/", "/a/b.html?x=1", "/a/b/index.html", "/a/b#c", "/a/b.md"))
                .extracting(SourceAddress::key)
                .containsOnly("/a/b");
        assertThat(SourceAddress.key("/")).isEqualTo("/");
        assertThat(SourceAddress.key("/index.html")).isEqualTo("/");
    }

    @Test
    void dates_keep_their_offset_and_plain_days_begin_in_the_sites_zone() {
        assertThat(date("2014-03-12T10:11:00-04:00")).isEqualTo("2014-03-12T10:11:00-04:00");
        assertThat(date("2015-03-17 14:00:00 -4")).isEqualTo("2015-03-17T14:00:00-04:00");
        assertThat(date("2014-03-27 8:00:20 -0400")).isEqualTo("2014-03-27T08:00:20-04:00");
        assertThat(date("2016-03-25")).isEqualTo("2016-03-25T00:00:00+01:00");
        assertThat(date("2016-07-25 09:30")).isEqualTo("2016-07-25T09:30:00+02:00");
        assertThat(SourceDate.parse("2016-13-25", ZONE)).isEmpty();
        assertThat(SourceDate.parse("soon", ZONE)).isEmpty();
    }

    private static String date(String text) {
        return SourceDate.parse(text, ZONE).orElseThrow().rfc3339();
    }

    private static String path(String file, String yaml) {
        return address(file, yaml, new ArrayList<>()).path();
    }

    private static SourceAddress address(String file, String yaml, List<String> notes) {
        return SourceAddress.of(file, FrontMatter.of("---\n" + yaml + "\n---\n"), ZONE, notes);
    }
}
