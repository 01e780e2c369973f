package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that grow come in pages, each of which leads to the next; what has not changed is not sent again. */
class PagesOfListsIT {

    private static final Town TOWN = new Town();

    @Test
    void files_come_page_by_page_each_once_and_oldest_first() {
        Town town = new Town();
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            byte[] text = ("Bestand " + i).getBytes(StandardCharsets.UTF_8);
            stored.add(Town.made(town.publisher.post(town.manage + "/assets?file=b" + i + ".txt", "text/plain", text))
                    .json()
                    .path("id")
                    .asString());
        }

        assertThat(ids(pages(town.publisher, town.manage + "/assets?pageSize=2"), "id"))
                .isEqualTo(stored);
    }

    @Test
    void receipts_revisions_and_entries_come_page_by_page() {
        Town town = new Town();
        for (int i = 0; i < 3; i++) {
            town.publish(town.anEntry("Bericht " + i));
        }
        String entry = town.anEntry("Vaak gewijzigd");
        String draft = town.manage + "/entries/" + entry + "/translations/nl/draft";
        for (int i = 0; i < 3; i++) {
            String base = town.publisher.get(draft).json().path("revision").asString();
            town.publisher.put(draft, "{\"basedOn\":\"" + base + "\",\"fields\":{\"title\":\"Keer " + i + "\"}}");
        }

        assertThat(pages(town.publisher, town.manage + "/receipts?pageSize=2")).hasSize(2);
        assertThat(pages(town.publisher, draft.replace("/draft", "/revisions?pageSize=3")))
                .hasSize(2);
        assertThat(ids(pages(town.publisher, town.manage + "/entries?type=news&pageSize=2"), "id"))
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(pages(town.publisher, town.manage + "/jobs?pageSize=1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets", "jobs", "receipts", "entries"})
    void a_page_of_no_size_and_a_cursor_of_nothing_are_refused(String list) {
        for (String query : List.of("pageSize=0", "pageSize=101", "pageSize=many", "cursor=nonsense")) {
            var answer = TOWN.publisher.get(TOWN.manage + "/" + list + "?" + query);

            assertThat(answer.status()).as(query + " " + answer.text()).isEqualTo(400);
        }
    }

    @Test
    void changes_and_the_list_of_sites_are_not_sent_again_to_who_has_them() {
        Town town = new Town();
        long first = town.publish(town.anEntry("Eerste"));
        String changes = town.delivery + "/changes?after=0&until=" + first;
        var read = town.visitor.get(changes);
        var sites = town.visitor.get("/delivery/v1/sites");
        assertThat(again(town, changes, read).status()).isEqualTo(304);
        assertThat(again(town, "/delivery/v1/sites", sites).status()).isEqualTo(304);

        long second = town.publish(town.anEntry("Tweede"));

        var later = again(town, changes, read);
        assertThat(second).isGreaterThan(first);
        var sameAgain = again(town, changes, later);
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.header("Site-Version")).isEqualTo(Long.toString(first));
        assertThat(sameAgain.status()).isEqualTo(304);
        assertThat(sameAgain.header("Site-Version")).isEqualTo(Long.toString(first));
        assertThat(again(town, "/delivery/v1/sites", sites).status()).isEqualTo(200);
    }

    private static Client.Answer again(Town town, String path, Client.Answer before) {
        return town.visitor.with("If-None-Match", before.header("ETag")).get(path);
    }

    /** All pages, as the links lead. */
    private static List<Client.Answer> pages(Client client, String path) {
        List<Client.Answer> pages = new ArrayList<>();
        String next = path;
        while (next != null) {
            var page = client.get(next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            pages.add(page);
            String link = page.header("Link");
            assertThat(link.isEmpty()).isEqualTo(!page.json().path("page").has("next"));
            next = link.isEmpty() ? null : link.substring(1, link.indexOf('>'));
        }
        return pages;
    }

    private static List<String> ids(List<Client.Answer> pages, String member) {
        List<String> ids = new ArrayList<>();
        pages.forEach(page -> page.json()
                .path("items")
                .forEach(item -> ids.add(item.path(member).asString())));
        return ids;
    }
}
