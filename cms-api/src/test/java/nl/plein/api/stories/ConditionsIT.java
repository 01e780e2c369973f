package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import nl.plein.api.server.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not merged is changed only by somebody who says what they have seen. */
class ConditionsIT {

    private static final String WORKFLOW =
            """
            {"key":"legal","name":{"nl":"L","en":"L"},"states":[{"key":"draft","name":{"nl":"C","en":"D"}}],
             "transitions":[{"key":"publish","name":{"nl":"P","en":"P"},"from":["draft"],"to":"draft","publishes":true,
                             "roles":["publisher"]}]}""";

    private static final Town TOWN = new Town();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | {site}/state | {\"state\":\"open\"}",
                "DELETE | {site} |",
                "DELETE | {site}/hostnames/{host} |",
                "POST | {site}/part-changes | {\"changes\":[{\"kind\":\"redirect\",\"key\":\"/oud\",\"value\":{\"to\":\"/nieuws\"}}]}",
                "POST | {site}/publications | {\"items\":[{\"entry\":\"{entry}\",\"locale\":\"nl\"}]}",
                "POST | {site}/withdrawals | {\"items\":[{\"entry\":\"{entry}\",\"locale\":\"nl\"}],\"reason\":\"withdrawn\"}",
                "PUT | {site}/schedules/{schedule} | {\"at\":\"2033-01-01T09:00\"}",
                "DELETE | {site}/schedules/{schedule} |",
                "PUT | {site}/releases/{release} | {\"name\":\"Zomer\",\"items\":[]}",
                "DELETE | {site}/releases/{release} |",
                "POST | {site}/releases/{release}/publications | {}",
                "POST | {site}/releases/{release}/roll-backs | {}",
                "PUT | {site}/webhooks/{webhook} | {\"url\":\"https://haak.example/\",\"state\":\"paused\"}",
                "DELETE | {site}/webhooks/{webhook} |",
                "POST | {site}/roll-backs | {\"version\":1}",
                "POST | {site}/erasures | {\"entry\":\"{entry}\"}",
                "DELETE | {site}/entries/{entry} |",
                "PUT | {site}/entries/{entry}/archived | {\"archived\":true}",
                "PUT | {site}/entries/{entry}/place | {\"slugs\":{\"nl\":\"elders\"}}",
                "PUT | {site}/entries/{entry}/translations/nl/task | {}",
                "PUT | {site}/entries/{entry}/upkeep | {\"reviewOn\":\"2033-01-01\"}",
                "POST | {site}/entries/{entry}/restorations | {}",
                "POST | {site}/entries/{entry}/translations/nl/put-backs | {}",
                "PUT | {site}/assets/{asset}/words | {\"title\":\"Gezien\"}",
                "PUT | {site}/assets/{asset}/file | {\"anders\":true}",
                "PUT | {site}/assets/{asset}/shown-file | {\"number\":1}",
                "DELETE | {site}/assets/{asset} |",
                "PUT | {types}/news | {type}",
                "PUT | {agency}/word-list | {\"words\":[],\"abbreviations\":[]}",
                "PUT | {agency}/workflows/legal | {workflow}",
                "DELETE | {agency}/workflows/legal |",
                "DELETE | {types}/news |",
            })
    void nothing_seen_is_428_and_something_else_seen_is_412(String method, String route, String body) {
        Town town = new Town();
        String entry = town.anEntry("Gezien");
        town.publish(entry);
        String types = "/manage/v1/agencies/" + town.id + "/content-types";
        if (route.contains("/workflows/")) {
            Town.made(town.administrator.post("/manage/v1/agencies/" + town.id + "/workflows", WORKFLOW));
        }
        String path = route.replace("{site}", town.manage)
                .replace("{types}", types)
                .replace("{agency}", "/manage/v1/agencies/" + town.id)
                .replace("{host}", "www." + town.host)
                .replace(
                        "{schedule}",
                        route.contains("{schedule}") ? town.aSchedule(entry, "unpublish", "2032-01-01T09:00") : "")
                .replace("{release}", route.contains("{release}") ? town.aRelease(entry) : "")
                .replace("{asset}", route.contains("{asset}") ? town.anAsset() : "")
                .replace("{webhook}", route.contains("{webhook}") ? town.aWebhook("https://haak.example/") : "")
                .replace("{entry}", entry);
        String sent = body == null
                ? null
                : body.replace("{entry}", entry)
                        .replace("{workflow}", WORKFLOW)
                        .replace(
                                "{type}",
                                town.administrator.get(types + "/news").text());
        if (path.equals(town.manage)) {
            town.administrator.with("If-Match", "*").put(town.manage + "/state", "{\"state\":\"closed\"}");
        }

        var missing = send(town.administrator, method, path, sent);
        var other = send(town.administrator.with("If-Match", "\"another\""), method, path, sent);
        var weak = send(town.administrator.with("If-Match", "W/\"another\""), method, path, sent);
        var unreadable = send(town.administrator.with("If-Match", "another"), method, path, sent);

        assertThat(missing.status()).as(missing.text()).isEqualTo(428);
        assertThat(other.status()).as(other.text()).isEqualTo(412);
        assertThat(other.problem()).isEqualTo("precondition-failed");
        assertThat(weak.status()).isEqualTo(412);
        assertThat(unreadable.status()).isEqualTo(400);
    }

    @Test
    void a_draft_is_published_by_the_tag_it_was_read_with() {
        String entry = TOWN.anEntry("Concept");
        String draft = TOWN.manage + "/entries/" + entry + "/translations/nl/draft";
        var read = TOWN.publisher.get(draft);
        String body = "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}]}";
        String base = read.json().path("revision").asString();
        assertThat(TOWN.publisher
                        .put(draft, "{\"basedOn\":\"" + base + "\",\"fields\":{\"title\":\"Concept 2\"}}")
                        .status())
                .isEqualTo(200);

        assertThat(TOWN.publisher
                        .with("If-Match", read.header("ETag"))
                        .post(TOWN.manage + "/publications", body)
                        .status())
                .isEqualTo(412);
        assertThat(TOWN.publisher
                        .with("If-Match", TOWN.publisher.get(draft).header("ETag"))
                        .post(TOWN.manage + "/publications", body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_settings_change_is_not_stopped_by_a_publication() {
        String tag = TOWN.administrator.get(TOWN.manage + "/parts").header("ETag");
        TOWN.publish(TOWN.anEntry("Tussendoor"));
        String body = "{\"changes\":[{\"kind\":\"redirect\",\"key\":\"/tussen\",\"value\":{\"to\":\"/nieuws\"}}]}";

        var first = TOWN.administrator.with("If-Match", tag).post(TOWN.manage + "/part-changes", body);
        var second = TOWN.administrator.with("If-Match", tag).post(TOWN.manage + "/part-changes", body);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
    }

    private static Client.Answer send(Client client, String method, String path, String body) {
        return switch (method) {
            case "PUT" -> client.put(path, body);
            case "POST" -> client.post(path, body);
            default -> client.delete(path);
        };
    }
}
