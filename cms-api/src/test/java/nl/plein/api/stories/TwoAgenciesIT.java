package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing of one agency is reachable through the other's host, site id or token. */
class TwoAgenciesIT {

    private final Town ours = new Town();
    private final Town theirs = new Town();

    @Test
    void a_token_of_one_agency_finds_nothing_of_the_other() {
        String entry = theirs.anEntry("Kanarie");
        theirs.publish(entry);

        for (String path : List.of(
                theirs.manage,
                theirs.manage + "/entries",
                theirs.manage + "/entries/" + entry,
                theirs.manage + "/entries/" + entry + "/translations/nl/draft",
                theirs.manage + "/parts",
                theirs.manage + "/receipts",
                theirs.manage + "/jobs",
                theirs.manage + "/assets",
                "/manage/v1/agencies/" + theirs.id,
                "/manage/v1/agencies/" + theirs.id + "/content-types")) {
            var answer = ours.publisher.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text()).as(path).doesNotContain("Kanarie");
        }
    }

    @Test
    void an_entry_of_the_other_is_not_found_under_our_site() {
        String entry = theirs.anEntry("Kanarie");
        theirs.publish(entry);

        assertThat(ours.publisher.get(ours.manage + "/entries/" + entry).status())
                .isEqualTo(404);
        assertThat(ours.anyone.get(ours.delivery + "/entries/" + entry).status())
                .isEqualTo(404);
        var published = ours.publisher
                .with("If-Match", "*")
                .post(ours.manage + "/publications", "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}]}");
        assertThat(published.status()).as(published.text()).isIn(404, 422);
    }

    @Test
    void our_host_speaks_of_our_site_only() {
        theirs.publish(theirs.anEntry("Kanarie"));

        assertThat(ours.visitor.get(theirs.delivery).status()).isEqualTo(404);
        assertThat(ours.visitor.get(theirs.delivery + "/entries").status()).isEqualTo(404);
        assertThat(ours.visitor.get(theirs.delivery + "/changes").status()).isEqualTo(404);
        assertThat(ours.visitor.get("/delivery/v1/sites").text()).doesNotContain(theirs.id);
        assertThat(ours.visitor.get("/nieuws/kanarie").text()).doesNotContain("Kanarie");
    }
}
