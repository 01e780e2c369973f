package nl.plein.api.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;

/** Words, menus and redirects of ours that name entries and files of theirs, published on our own site. */
final class References {

    private final Aviary ours;
    private final Aviary theirs;
    private final Client writer;
    private final String manage;
    private final Set<String> named = new TreeSet<>();

    References(Aviary ours, Aviary theirs) {
        this.ours = ours;
        this.theirs = theirs;
        writer = ours.administrator();
        manage = "/manage/v1/sites/" + ours.open;
    }

    /** Whether we said this ourselves. */
    boolean named(String word) {
        return named.contains(word);
    }

    /** @return every question whose answer could tell more of theirs than their names */
    List<Asking> publishAll() {
        List<Asking> readers = new ArrayList<>();
        List<String> paths = new ArrayList<>(List.of("/", "/sitemap.xml", "/search-index.json", "/naar-hen"));
        List<Named> entries = theirs.names.get("entry");
        List<Named> assets = theirs.names.get("asset");
        for (int i = 0; i < entries.size(); i++) {
            String page =
                    entry(entries.get(i).value(), assets.get(i % assets.size()).value());
            paths.add(page);
            readers.add(asked("/delivery/v1/sites/" + ours.open + "/paths?expand=about,picture&path=" + page));
        }
        changeParts(entries.get(0).value());
        awaitLive();
        for (String kind : List.of(
                "entries?expand=about,picture", "changes?after=0", "search?q=verwijzing", "paths?path=/naar-hen")) {
            readers.add(asked("/delivery/v1/sites/" + ours.open + "/" + kind));
        }
        readers.add(asked("/delivery/v1/sites/" + ours.open));
        for (String path : paths) {
            readers.add(asked(path).with("Host", Aviary.hostOf(ours.open)));
        }
        for (Named asset : assets) {
            readers.add(asked("/delivery/v1/assets/" + asset.value() + "/" + Aviary.FILE)
                    .with("Host", Aviary.hostOf(ours.open)));
        }
        return readers;
    }

    private Asking asked(String target) {
        return new Asking(
                "GET", target, Map.of("Authorization", "Bearer " + ours.tokens.get("administrator")), new byte[0]);
    }

    /** @return the path of a page that names both wherever a name may stand */
    private String entry(String entry, String asset) {
        named.add(entry);
        named.add(asset);
        Answer made = writer.post(
                manage + "/entries",
                """
                {"type":"news","locale":"nl","fields":{"title":"Een verwijzing","about":{"entry":"%1$s"},
                 "picture":{"asset":"%2$s"},
                 "body":"<p>Een <a href=\\"#\\" data-entry=\\"%1$s\\">verwijzing</a></p><figure><img data-asset=\\"%2$s\\" alt=\\"x\\"></figure>"},
                 "ifTaken":"add-number"}"""
                        .formatted(entry, asset));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        Answer published = writer.with("If-Match", "*")
                .post(
                        manage + "/publications",
                        "{\"items\":[{\"entry\":\"%s\",\"locale\":\"nl\"}]}"
                                .formatted(made.json().path("entry").asString()));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return made.json().path("path").asString();
    }

    private void changeParts(String entry) {
        Answer changed = writer.with("If-Match", "*")
                .post(
                        manage + "/part-changes",
                        """
                        {"changes":[{"kind":"redirect","key":"/naar-hen","value":{"entry":"%1$s"}},
                                    {"kind":"menu","key":"main.nl","value":{"items":[{"label":"Hen","entry":"%1$s"}]}}]}"""
                                .formatted(entry));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private void awaitLive() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            var site = writer.get(manage).json();
            if (site.path("liveVersion").asLong() == site.path("version").asLong()) {
                return;
            }
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(end);
        }
    }
}
