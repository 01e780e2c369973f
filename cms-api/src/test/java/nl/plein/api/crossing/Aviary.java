package nl.plein.api.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.RunningServer;
import tools.jackson.databind.JsonNode;

/**
 * An agency in which canaries sing wherever there is room for a word: names, menus, redirects, texts, files, jobs; on a
 * public site, an intranet and a closed site; published for each audience, as drafts, withdrawn, in the trash. Every word
 * and every name says how far it may be heard.
 */
final class Aviary {

    private static final List<String> ROLES = List.of("reader", "contributor", "editor", "publisher", "administrator");

    /** Every file is called so, that a name tells nothing. */
    static final String FILE = "lied.bin";

    final String agency;

    /** The site with pages for everyone, the intranet, and the site that is closed. */
    final String open;

    final String intranet;
    final String closed;

    /** By role. */
    final Map<String, String> tokens = new LinkedHashMap<>();

    /** Ids, by role. */
    final Map<String, String> persons = new LinkedHashMap<>();

    final String revoked;

    /** An entry whose page was withdrawn. */
    String withdrawn = "";

    /** What may be named in a request, by kind. */
    final Map<String, List<Named>> names = new LinkedHashMap<>();

    final List<Named> words = new ArrayList<>();

    /** The newest revision of each entry. */
    final Map<String, String> revisions = new LinkedHashMap<>();

    private final Client platform = Client.of(RunningServer.shared()).withToken(RunningServer.ADMINISTRATOR);
    /** What all names that it gave itself begin with. */
    final String mark;

    private int pages;

    /** @param before the first letters of its names: agencies are listed by name, and order may matter */
    Aviary(String before) {
        mark = before + UUID.randomUUID().toString().substring(0, 8);
        agency = mark + "-agency";
        open = mark + "-open";
        intranet = mark + "-intranet";
        closed = mark + "-closed";
        made(platform.post(
                "/manage/v1/agencies",
                "{\"id\":\"%s\",\"name\":\"%s\"}"
                        .formatted(name("agency", agency, Reach.EVERYONE, open), word(Reach.EVERYONE, open))));
        addTypes();
        addWorkflows();
        addSite(open, Reach.EVERYONE, "\"everyone\",\"government\",\"agency\"");
        addSite(intranet, Reach.INSIDE, "\"agency\"");
        addSite(closed, Reach.INSIDE, "\"everyone\"");
        ROLES.forEach(this::addMember);
        revoked = withRevokedToken();
        name("file", FILE, Reach.EVERYONE, "");
        name("locale", "nl", Reach.EVERYONE, "");
        name("version", "2", Reach.EVERYONE, "");
        List.of("2", "3", "4").forEach(version -> name("modelVersion", version, Reach.EVERYONE, ""));
        name("number", "1", Reach.EVERYONE, "");
        name("instant", Instant.now().toString(), Reach.EVERYONE, "");
        name("session", UUID.randomUUID().toString(), Reach.INSIDE, ""); // those who work by token have none
        addMigration();
        fillOpenSite();
        fillHiddenSite(intranet, "agency");
        fillHiddenSite(closed, "everyone");
        addKeptAnswers();
        runImport();
        runExport();
        done(administrator()
                .with("If-Match", "*")
                .put("/manage/v1/sites/" + closed + "/state", "{\"state\":\"closed\"}"));
        addWhatReadersHold();
    }

    Client administrator() {
        return Client.of(RunningServer.shared()).withToken(tokens.get("administrator"));
    }

    /** Whether somebody of this agency asks. */
    boolean speaksFor(Asking asking) {
        return tokens.values().stream()
                .anyMatch(token -> ("Bearer " + token).equals(asking.headers().get("Authorization")));
    }

    static String hostOf(String site) {
        return site + ".example";
    }

    Named one(String kind) {
        return names.get(kind).get(0);
    }

    private String word(Reach reach, String home) {
        String word = "kanarie" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        words.add(new Named(word, reach, home));
        return word;
    }

    private String name(String kind, String value, Reach reach, String home) {
        names.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Named(value, reach, home));
        return value;
    }

    private void addTypes() {
        String own = "vogel-" + mark;
        List<String> keys = List.of("news", own + "-a", own + "-b", own + "-c");
        keys.stream().skip(1).forEach(key -> name("type", key, Reach.EVERYONE, open));
        for (String key : keys) {
            made(platform.post(
                    "/manage/v1/agencies/" + agency + "/content-types",
                    """
                    {"key":"%s","kind":"entry","name":{"nl":"%s"},"titleField":"title","pathPattern":"/%1$s/{slug}",
                     "fields":[{"key":"title","kind":"text","name":{"nl":"Titel"},"required":true},
                               {"key":"body","kind":"richText","name":{"nl":"Tekst"}},
                               {"key":"about","kind":"reference","name":{"nl":"Over"}},
                               {"key":"picture","kind":"asset","name":{"nl":"Bestand"}}]}"""
                            .formatted(key, word(Reach.EVERYONE, open))));
        }
    }

    /** Some: those who may, remove one after the other. */
    private void addWorkflows() {
        for (String key : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            made(platform.post(
                    "/manage/v1/agencies/" + agency + "/workflows",
                    """
                    {"key":"%s","name":{"nl":"%s","en":"%2$s"},"states":[{"key":"draft","name":{"nl":"C","en":"D"}}],
                     "transitions":[{"key":"publish","name":{"nl":"P","en":"P"},"from":["draft"],"to":"draft","publishes":true,
                                     "roles":["publisher"]}]}"""
                            .formatted(
                                    name("workflow", "gang-" + mark + "-" + key, Reach.EVERYONE, open),
                                    word(Reach.INSIDE, open))));
        }
    }

    /** A field is called otherwise for a moment, while a draft holds it. */
    private void addMigration() {
        String type = names.get("type").get(0).value();
        made(administrator()
                .post(
                        "/manage/v1/sites/" + open + "/entries",
                        "{\"type\":\"%s\",\"locale\":\"nl\",\"fields\":{\"title\":\"%s\",\"body\":\"<p>Trek</p>\"}}"
                                .formatted(type, word(Reach.INSIDE, open))));
        String job = rename(type, "body", "song");
        rename(type, "song", "body");
        name("migration", job, Reach.INSIDE, "");
    }

    /** @return the job that carries drafts over, once it has ended */
    private String rename(String type, String from, String to) {
        String path = "/manage/v1/agencies/" + agency + "/content-types/" + type;
        String definition = platform.get(path)
                .text()
                .replace("\"key\":\"" + from + "\"", "\"key\":\"" + to + "\",\"was\":\"" + from + "\"");
        Answer impact = platform.post(path + "/impacts", definition);
        assertThat(impact.status()).as(impact.text()).isEqualTo(200);
        Answer changed = platform.with("If-Match", "*")
                .put(path + "?impact=" + impact.json().path("fingerprint").asString(), definition);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        await(() -> platform.get(changed.header("Location"))
                .json()
                .path("state")
                .asString()
                .equals("done"));
        return changed.header("Location").substring(changed.header("Location").lastIndexOf('/') + 1);
    }

    private void addSite(String site, Reach reach, String audiences) {
        name("site", site, reach, site);
        name("host", hostOf(site), reach, site);
        made(platform.post(
                "/manage/v1/agencies/" + agency + "/sites",
                "{\"id\":\"%s\",\"name\":\"%s\",\"locales\":[\"nl\",\"en\"],\"hosts\":[\"%s\",\"www.%3$s\"],\"audiences\":[%s]}"
                        .formatted(site, word(reach, site), hostOf(site), audiences)));
        done(platform.with("If-Match", "*")
                .post(
                        "/manage/v1/sites/" + site + "/part-changes",
                        """
                {"changes":[{"kind":"redirect","key":"/oud","value":{"to":"/news/%s"}},
                            {"kind":"menu","key":"main.nl","value":{"items":[{"label":"%s","url":"/news"}]}}]}"""
                                .formatted(word(reach, site), word(reach, site))));
    }

    private void addMember(String role) {
        JsonNode added = made(platform.post(
                        "/manage/v1/agencies/" + agency + "/members",
                        "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(word(Reach.INSIDE, ""), role)))
                .json();
        persons.put(role, name("person", added.path("person").asString(), Reach.INSIDE, ""));
        tokens.put(role, added.path("secret").asString());
        Answer spare = made(Client.of(RunningServer.shared())
                .withToken(tokens.get(role))
                .post("/manage/v1/tokens", "{\"name\":\"%s\"}".formatted(word(Reach.INSIDE, ""))));
        name("token", spare.json().path("id").asString(), Reach.INSIDE, "");
        JsonNode held = made(platform.post(
                        "/manage/v1/sites/" + open + "/roles",
                        "{\"person\":\"%s\",\"role\":\"reader\"}"
                                .formatted(added.path("person").asString())))
                .json();
        name("role", held.path("id").asString(), Reach.INSIDE, open);
    }

    private String withRevokedToken() {
        JsonNode token = made(administrator().post("/manage/v1/tokens", "{\"name\":\"Weg\"}"))
                .json();
        done(administrator().delete("/manage/v1/tokens/" + token.path("id").asString()));
        return token.path("secret").asString();
    }

    /** What was sent with the key, so that it can be sent again. */
    static final String KEPT =
            "{\"type\":\"news\",\"locale\":\"nl\",\"slug\":\"bewaard\",\"fields\":{\"title\":\"Bewaard\"}}";

    private void addKeptAnswers() {
        String key = name("key", UUID.randomUUID().toString(), Reach.EVERYONE, "");
        Client sender = administrator().with("Idempotency-Key", key);
        JsonNode entry =
                made(sender.post("/manage/v1/sites/" + open + "/entries", KEPT)).json();
        revisions.put(
                name("entry", entry.path("entry").asString(), Reach.INSIDE, open),
                name("revision", entry.path("revision").asString(), Reach.INSIDE, open));
        JsonNode token =
                made(sender.post("/manage/v1/tokens", "{\"name\":\"Bewaard\"}")).json();
        name("token", token.path("id").asString(), Reach.INSIDE, "");
    }

    private void fillOpenSite() {
        String loud = upload(open, Reach.EVERYONE);
        String quiet = upload(open, Reach.INSIDE);
        upload(open, Reach.INSIDE);
        publish(open, entry(open, Reach.EVERYONE, "everyone", loud), Reach.EVERYONE, loud);
        publish(open, entry(open, Reach.GOVERNMENT, "government", ""), Reach.GOVERNMENT, "");
        publish(open, entry(open, Reach.INSIDE, "agency", quiet), Reach.INSIDE, quiet);
        addGroup();
        keepAside(entry(open, Reach.INSIDE, "everyone", ""));
        withdrawn = publish(open, entry(open, Reach.INSIDE, "everyone", ""));
        done(administrator()
                .with("If-Match", "*")
                .post(
                        "/manage/v1/sites/" + open + "/withdrawals",
                        "{\"items\":[{\"entry\":\"%s\",\"locale\":\"nl\"}],\"reason\":\"withdrawn\"}"
                                .formatted(withdrawn)));
        String planned = entry(open, Reach.INSIDE, "everyone", "");
        addSchedule(planned);
        addReleases(planned);
        addPreview();
        addBulkChange();
        addSource();
        addTask(open, withdrawn);
        addWebhook();
        addContributions();
        addTheme();
        addPicture();
        String trashed = entry(open, Reach.INSIDE, "everyone", "");
        done(administrator().with("If-Match", "*").delete("/manage/v1/sites/" + open + "/entries/" + trashed));
    }

    /** Sends words on top of a revision that is no more. */
    private void keepAside(String entry) {
        Answer kept = administrator()
                .put(
                        "/manage/v1/sites/" + open + "/entries/" + entry + "/translations/nl/draft",
                        "{\"basedOn\":\"%s\",\"fields\":{\"title\":\"%s\"}}"
                                .formatted(UUID.randomUUID(), word(Reach.INSIDE, open)));
        assertThat(kept.status()).as(kept.text()).isEqualTo(409);
        name("kept", kept.json().path("kept").asString(), Reach.INSIDE, open);
    }

    private void addTheme() {
        Answer theme = made(administrator()
                .post(
                        "/manage/v1/agencies/" + agency + "/themes",
                        "application/zip",
                        Bodies.zip(
                                "theme.json",
                                "{\"name\":\"%s\",\"extends\":\"base\"}".formatted(word(Reach.INSIDE, "")))));
        name("package", theme.json().path("sha256").asString(), Reach.INSIDE, "");
        for (String worn : List.of("base", "square")) {
            done(platform.with("If-Match", "*")
                    .put("/manage/v1/sites/" + open + "/theme", "{\"name\":\"" + worn + "\"}"));
        }
    }

    /** With an entry that even colleagues find in management only. */
    private void addGroup() {
        String group = name("group", "lied-" + mark, Reach.INSIDE, open);
        done(platform.with("If-Match", "*")
                .post(
                        "/manage/v1/sites/" + open + "/part-changes",
                        """
                {"changes":[{"kind":"group","key":"%s","value":{"slug":"%s","title":{"nl":"%s","en":"%s"}}}]}"""
                                .formatted(
                                        group,
                                        word(Reach.INSIDE, open),
                                        word(Reach.INSIDE, open),
                                        word(Reach.INSIDE, open))));
        String members = "/manage/v1/sites/" + open + "/groups/" + group + "/members";
        for (Named colleague : List.copyOf(names.get("person"))) {
            made(administrator().post(members, "{\"person\":\"%s\",\"role\":\"member\"}".formatted(colleague.value())));
        }
        JsonNode guest = made(administrator()
                        .post(members, "{\"name\":\"%s\",\"role\":\"guest\"}".formatted(word(Reach.INSIDE, open))))
                .json();
        name("person", guest.path("person").asString(), Reach.INSIDE, open);
        publish(open, entry(open, Reach.INSIDE, "group:" + group, ""));
    }

    /** In years, so that nothing happens meanwhile. */
    private void addSchedule(String entry) {
        JsonNode made = made(administrator()
                        .post(
                                "/manage/v1/sites/" + open + "/schedules",
                                "{\"entry\":\"%s\",\"locale\":\"nl\",\"act\":\"unpublish\",\"at\":\"2033-01-01T09:00\"}"
                                        .formatted(entry)))
                .json();
        name("schedule", made.path("id").asString(), Reach.INSIDE, open);
    }

    /** Several, as each can be published and taken back once only. */
    private void addReleases(String entry) {
        for (int i = 0; i < 3; i++) {
            JsonNode made = made(administrator()
                            .post(
                                    "/manage/v1/sites/" + open + "/releases",
                                    "{\"name\":\"%s\",\"items\":[{\"entry\":\"%s\",\"locale\":\"nl\",\"act\":\"publish\"}]}"
                                            .formatted(word(Reach.INSIDE, open), entry)))
                    .json();
            name("release", made.path("id").asString(), Reach.INSIDE, open);
        }
    }

    private void addPreview() {
        JsonNode made = made(administrator()
                        .post(
                                "/manage/v1/sites/" + open + "/previews",
                                "{\"name\":\"%s\",\"audience\":\"everyone\"}".formatted(word(Reach.INSIDE, open))))
                .json();
        name("preview", made.path("preview").path("id").asString(), Reach.INSIDE, open);
    }

    /** A translation that follows another one, which has moved on. */
    private void addSource() {
        String translations =
                "/manage/v1/sites/" + open + "/entries/" + entry(open, Reach.INSIDE, "everyone", "") + "/translations";
        String fields = "\"fields\":{\"title\":\"%s\"}}";
        String revision = made(administrator()
                        .post(translations, "{\"locale\":\"en\"," + fields.formatted(word(Reach.INSIDE, open))))
                .json()
                .path("revision")
                .asString();
        done(administrator()
                .put(translations + "/nl/source", "{\"locale\":\"en\",\"revision\":\"%s\"}".formatted(revision)));
        done(administrator()
                .put(
                        translations + "/en/draft",
                        "{\"basedOn\":\"%s\",".formatted(revision) + fields.formatted(word(Reach.INSIDE, open))));
    }

    /** Lays an entry aside, so that there is something to undo. */
    private void addBulkChange() {
        String bulk = "/manage/v1/sites/" + open + "/bulk-changes";
        Answer started = administrator()
                .post(
                        bulk,
                        "{\"act\":\"archive\",\"entries\":[\"%s\"]}"
                                .formatted(entry(open, Reach.INSIDE, "everyone", "")));
        awaitJob(started, "done");
    }

    /** To a host that there is not. */
    private void addWebhook() {
        JsonNode made = made(administrator()
                        .post(
                                "/manage/v1/sites/" + open + "/webhooks",
                                "{\"url\":\"https://haak.example/%s\"}".formatted(word(Reach.INSIDE, open))))
                .json();
        name("webhook", made.path("webhook").path("id").asString(), Reach.INSIDE, open);
    }

    private void addContributions() {
        done(
                platform.with("If-Match", "*")
                        .post(
                                "/manage/v1/sites/" + open + "/part-changes",
                                "{\"changes\":[{\"kind\":\"setting\",\"key\":\"forms\",\"value\":{\"contact\":true,\"useful\":true}}]}"));
        send("messages", "text=" + word(Reach.INSIDE, open));
        send("verdicts", "answer=no&page=/" + word(Reach.INSIDE, open));
        JsonNode sent = administrator()
                .get("/manage/v1/sites/" + open + "/contributions")
                .json();
        sent.path("items").forEach(one -> name("contribution", one.path("id").asString(), Reach.INSIDE, open));
    }

    private void send(String form, String fields) {
        String page = fields.contains("page=") ? "" : "&page=/";
        Answer answer = Client.of(RunningServer.shared())
                .post(
                        "/participate/v1/sites/" + open + "/" + form,
                        "application/x-www-form-urlencoded",
                        (fields + page + "&locale=nl").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    }

    private void fillHiddenSite(String site, String audience) {
        String asset = upload(site, Reach.INSIDE);
        publish(site, entry(site, Reach.INSIDE, audience, asset), Reach.INSIDE, asset);
    }

    /** One pixel, so that something has a focal point. */
    private void addPicture() {
        byte[] pixel = Base64.getDecoder()
                .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
        Answer stored = made(administrator()
                .post("/manage/v1/sites/" + open + "/assets?file=plein.png", "application/octet-stream", pixel));
        name("asset", stored.json().path("id").asString(), Reach.INSIDE, open);
    }

    private String upload(String site, Reach reach) {
        byte[] song = (word(reach, site) + " zingt").getBytes(StandardCharsets.UTF_8);
        Answer stored =
                made(administrator().post("/manage/v1/sites/" + site + "/assets?file=lied.bin", "text/plain", song));
        assertThat(stored.json().path("file").asString()).isEqualTo(FILE);
        return name("asset", stored.json().path("id").asString(), reach, site);
    }

    private String entry(String site, Reach reach, String audience, String asset) {
        String file = picture(asset);
        JsonNode saved = made(administrator()
                        .post(
                                "/manage/v1/sites/" + site + "/entries",
                                """
                        {"type":"news","locale":"nl","slug":"stuk-%02d-%s","audience":"%s",
                         "fields":{"title":"%s","body":"<p>%s zingt een lied</p>"%s}}"""
                                        .formatted(
                                                ++pages, mark, audience, word(reach, site), word(reach, site), file)))
                .json();
        String entry = name("entry", saved.path("entry").asString(), reach, site);
        name("revision", saved.path("revision").asString(), reach, site);
        name("path", saved.path("path").asString(), reach, site);
        saveAgain(site, entry, reach, file);
        addComment(site, entry);
        addTask(site, entry);
        lookAfter(site, entry);
        return entry;
    }

    /** In years, so that nobody is reminded meanwhile. */
    private void addTask(String site, String entry) {
        done(administrator()
                .with("If-Match", "*")
                .put(
                        "/manage/v1/sites/" + site + "/entries/" + entry + "/translations/nl/task",
                        "{\"deadline\":\"2033-01-01T09:00\"}"));
    }

    private void addComment(String site, String entry) {
        JsonNode said = made(administrator()
                        .post(
                                "/manage/v1/sites/" + site + "/entries/" + entry + "/translations/nl/comments",
                                "{\"field\":\"title\",\"words\":\"%s\"}".formatted(word(Reach.INSIDE, site))))
                .json();
        name("comment", said.path("id").asString(), Reach.INSIDE, site);
    }

    /** Due long since, so that it lies on desks: every other one on those of all who may publish. */
    private void lookAfter(String site, String entry) {
        String owner = pages % 2 == 0 ? "" : "\"owner\":\"" + persons.get("editor") + "\",";
        done(administrator()
                .with("If-Match", "*")
                .put(
                        "/manage/v1/sites/" + site + "/entries/" + entry + "/upkeep",
                        "{" + owner + "\"reviewOn\":\"2026-01-01\"}"));
    }

    /** A further revision, so that there is something to compare. */
    private void saveAgain(String site, String entry, Reach reach, String file) {
        String draft = "/manage/v1/sites/" + site + "/entries/" + entry + "/translations/nl/draft";
        String head = administrator().get(draft).json().path("revision").asString();
        Answer saved = administrator()
                .put(
                        draft,
                        "{\"basedOn\":\"%s\",\"fields\":{\"title\":\"%s\",\"body\":\"<p>%s zingt verder</p>\"%s}}"
                                .formatted(head, word(reach, site), word(reach, site), file));
        done(saved);
        revisions.put(entry, name("revision", saved.json().path("revision").asString(), reach, site));
    }

    /** Twice, so that there is something to put back. */
    private String publish(String site, String entry, Reach reach, String asset) {
        publish(site, entry);
        saveAgain(site, entry, reach, picture(asset));
        return publish(site, entry);
    }

    private static String picture(String asset) {
        return asset.isEmpty() ? "" : ",\"picture\":{\"asset\":\"" + asset + "\"}";
    }

    private String publish(String site, String entry) {
        done(administrator()
                .with("If-Match", "*")
                .post(
                        "/manage/v1/sites/" + site + "/publications",
                        "{\"items\":[{\"entry\":\"%s\",\"locale\":\"nl\"}]}".formatted(entry)));
        return entry;
    }

    /** Its mapping with words of its own: who probed as one of its own may have written another. */
    void mapAgain() {
        done(administrator()
                .with("If-Match", "*")
                .put(
                        "/manage/v1/sites/" + open + "/import-mappings/"
                                + one("mapping").value(),
                        "{\"kinds\":{\"%s\":{\"type\":\"news\",\"fields\":{\"%s\":{\"field\":null}}}}}"
                                .formatted(word(Reach.INSIDE, open), word(Reach.INSIDE, open))));
    }

    private void runImport() {
        String mapping = name("mapping", word(Reach.INSIDE, open), Reach.INSIDE, open);
        done(administrator()
                .put(
                        "/manage/v1/sites/" + open + "/import-mappings/" + mapping,
                        "{\"kinds\":{\"%s\":{\"type\":\"news\",\"fields\":{\"%s\":{\"field\":null}}}}}"
                                .formatted(word(Reach.INSIDE, open), word(Reach.INSIDE, open))));
        String post = "---\ntitle: %s\n---\n%s\n".formatted(word(Reach.INSIDE, open), word(Reach.INSIDE, open));
        Answer started = administrator()
                .post(
                        "/manage/v1/sites/" + open + "/imports?publish=false",
                        "application/zip",
                        Bodies.zip(
                                word(Reach.INSIDE, open) + ".md",
                                post,
                                word(Reach.INSIDE, open) + ".zip",
                                "not opened, and named in the report"));
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        awaitJob(started, "done");
    }

    private void runExport() {
        awaitJob(administrator().post("/manage/v1/sites/" + open + "/exports", "text/plain", new byte[0]), "done");
        awaitJob(
                administrator()
                        .post(
                                "/manage/v1/agencies/" + agency + "/site-archives",
                                "application/zip",
                                Bodies.zip("site.json", "{}")),
                "failed");
    }

    private void awaitJob(Answer started, String state) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        name("job", started.json().path("id").asString(), Reach.INSIDE, open);
        await(() -> administrator()
                .get(started.header("Location"))
                .json()
                .path("state")
                .asString()
                .equals(state));
    }

    /** Once all of it is live: what readers of it are given to come back with. */
    private void addWhatReadersHold() {
        for (String site : List.of(open, intranet, closed)) {
            await(() -> {
                JsonNode view = platform.get("/manage/v1/sites/" + site).json();
                return view.path("liveVersion").asLong(0)
                        == view.path("version").asLong();
            });
        }
        String version = administrator().get("/delivery/v1/sites/" + open).header("Site-Version");
        for (String list : List.of(
                "/delivery/v1/sites/" + open + "/entries?pageSize=1&minVersion=" + version,
                "/delivery/v1/sites/" + open + "/search?q=zingt&pageSize=1",
                "/delivery/v1/sites/" + open + "/changes?pageSize=1",
                "/manage/v1/sites/" + open + "/entries?pageSize=1",
                "/manage/v1/sites/" + open + "/receipts?pageSize=1")) {
            String next =
                    administrator().get(list).json().path("page").path("next").asString();
            name("cursor", URLEncoder.encode(next, StandardCharsets.UTF_8), Reach.EVERYONE, "");
        }
        Client reader = administrator();
        for (Answer answer : List.of(
                reader.get("/delivery/v1/sites/" + open),
                reader.get("/delivery/v1/assets/" + one("asset").value() + "/" + FILE),
                reader.onHost(hostOf(open)).get("/"),
                reader.get(
                        "/manage/v1/sites/" + open + "/entries/" + one("entry").value()))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            name("etag", answer.header("ETag"), Reach.EVERYONE, "");
        }
    }

    private static void await(java.util.function.BooleanSupplier enough) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!enough.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(end);
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 204);
    }
}
