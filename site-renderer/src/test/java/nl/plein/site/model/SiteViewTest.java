package nl.plein.site.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.model.EntryQuery.Comparison;
import nl.plein.site.testkit.Samples;
import nl.plein.site.testkit.ScriptedSite;
import org.junit.jupiter.api.Test;

class SiteViewTest {
    private static final String[] FIELDS = {"date", "number", "tags", "title", "publishedAt", "path"};

    @Test
    void the_indexes_answer_as_looking_at_every_entry_would() {
        Random random = new Random(11);
        ScriptedSite site = aSite(random);
        try (SiteCopy copy = Samples.copyOf(site)) {
            Site whole = Site.of(copy);
            SiteView view = SiteView.of(whole, Audience.EVERYONE);
            for (int i = 0; i < 3_000; i++) {
                EntryQuery query = aQuery(random);
                assertThat(view.window(query)).as(query.toString()).isEqualTo(slowly(whole, query));
            }
        }
    }

    @Test
    void narrower_audiences_see_more_and_a_group_its_own_and_what_is_for_everyone() {
        ScriptedSite site = new ScriptedSite();
        site.next()
                .entry("a", "page", "nl", "everyone", "/a", Map.of())
                .entry("b", "page", "nl", "government", "/b", Map.of())
                .entry("c", "page", "nl", "agency", "/c", Map.of())
                .entry("d", "page", "nl", "group:x", "/d", Map.of());
        try (SiteCopy copy = Samples.copyOf(site)) {
            Site whole = Site.of(copy);
            assertThat(SiteView.of(whole, Audience.EVERYONE).paths()).hasSize(1);
            assertThat(SiteView.of(whole, Audience.GOVERNMENT).paths()).hasSize(2);
            assertThat(SiteView.of(whole, Audience.AGENCY).paths()).hasSize(3);
            assertThat(SiteView.of(whole, Audience.of("group:x")).paths()).containsExactlyInAnyOrder("/a", "/d");
            assertThat(SiteView.of(whole, Audience.of("group:y")).paths()).containsExactly("/a");
        }
    }

    @Test
    void colleagues_see_their_own_page_where_there_are_two() {
        ScriptedSite site = new ScriptedSite();
        site.next()
                .entry("public", "page", "nl", "everyone", "/p", Map.of("date", "2026-02-02"))
                .entry("own", "page", "nl", "agency", "/p", Map.of("date", "2026-01-01"));
        try (SiteCopy copy = Samples.copyOf(site)) {
            Site whole = Site.of(copy);
            assertThat(SiteView.of(whole, Audience.EVERYONE)
                            .at("/p")
                            .orElseThrow()
                            .id())
                    .isEqualTo("public");
            assertThat(SiteView.of(whole, Audience.AGENCY)
                            .at("/p")
                            .orElseThrow()
                            .id())
                    .isEqualTo("own");
        }
    }

    @Test
    void a_redirect_does_not_tell_of_a_page_that_may_not_be_seen() {
        ScriptedSite site = new ScriptedSite();
        site.next()
                .entry("secret", "page", "nl", "agency", "/secret", Map.of())
                .part("redirect", "/by-id", Map.of("entry", "secret"))
                .part("redirect", "/by-path", Map.of("to", "/secret"))
                .part("redirect", "/fine", Map.of("to", "/elsewhere"));
        try (SiteCopy copy = Samples.copyOf(site)) {
            Site whole = Site.of(copy);
            assertThat(SiteView.of(whole, Audience.EVERYONE).redirects())
                    .extracting(Redirect::from)
                    .containsExactly("/fine");
            assertThat(SiteView.of(whole, Audience.AGENCY).redirects()).hasSize(3);
        }
    }

    @Test
    void a_redirect_to_an_entry_leads_to_the_first_locale_that_has_a_page() {
        ScriptedSite site = new ScriptedSite();
        site.next()
                .part("setting", "site", Map.of("locales", List.of("nl", "en")))
                .entry("both", "page", "en", "everyone", "/en/p", Map.of())
                .entry("both", "page", "nl", "everyone", "/p", Map.of())
                .entry("english", "page", "en", "everyone", "/en/e", Map.of())
                .part("redirect", "/a", Map.of("entry", "both"))
                .part("redirect", "/b", Map.of("entry", "both", "locale", "en"))
                .part("redirect", "/c", Map.of("entry", "english"));
        try (SiteCopy copy = Samples.copyOf(site)) {
            assertThat(SiteView.of(Site.of(copy), Audience.EVERYONE).redirects())
                    .extracting(Redirect::to)
                    .containsExactly("/p", "/en/p", "/en/e");
        }
    }

    private static List<Entry> slowly(Site site, EntryQuery query) {
        Comparator<Entry> order = EntryQuery.order(query.order(), query.descending());
        List<Entry> all = site.entries().stream()
                .filter(entry -> query.wants(entry)
                        && (query.refersTo() == null || entry.references().contains(query.refersTo())))
                .sorted(order)
                .skip(query.skip())
                .toList();
        return query.take() < 0 ? all : all.subList(0, Math.min(all.size(), query.take()));
    }

    private static EntryQuery aQuery(Random random) {
        EntryQuery query = EntryQuery.newest("nl", random.nextBoolean() ? List.of("news") : List.of("news", "event"));
        if (random.nextBoolean()) {
            query = query.by(FIELDS[random.nextInt(FIELDS.length)], random.nextBoolean());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String field = FIELDS[random.nextInt(FIELDS.length)];
            Comparison comparison = Comparison.values()[random.nextInt(Comparison.values().length)];
            query = query.where(field, comparison, aValue(field, random));
        }
        if (random.nextInt(4) == 0) {
            query = query.referringTo("tag" + random.nextInt(4));
        }
        if (random.nextInt(3) == 0) {
            query = query.drop(random.nextInt(5));
        }
        return random.nextInt(3) == 0 ? query.take(random.nextInt(5)) : query;
    }

    private static String aValue(String field, Random random) {
        return switch (field) {
            case "number" -> String.valueOf(random.nextInt(12));
            case "tags" -> "tag" + random.nextInt(4);
            case "title" -> "T" + random.nextInt(8);
            case "path" -> "/p/" + random.nextInt(3);
            default -> "2026-01-" + (10 + random.nextInt(9));
        };
    }

    private static ScriptedSite aSite(Random random) {
        ScriptedSite site = new ScriptedSite().next();
        for (int i = 0; i < 60; i++) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("title", "T" + random.nextInt(8));
            fields.put("date", "2026-01-" + (10 + random.nextInt(9)));
            if (random.nextBoolean()) {
                fields.put("number", random.nextInt(12));
            }
            List<Object> tags = new ArrayList<>();
            for (int tag = random.nextInt(3); tag > 0; tag--) {
                tags.add(Map.of("entry", "tag" + random.nextInt(4)));
            }
            fields.put("tags", tags);
            site.entry("e" + i, random.nextBoolean() ? "news" : "event", "/p/" + random.nextInt(3) + "/" + i, fields);
        }
        return site;
    }
}
