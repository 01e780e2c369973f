package nl.plein.cms.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.AddTranslation;
import nl.plein.cms.content.ArchiveEntries;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.DeleteEntry;
import nl.plein.cms.content.MoveEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.jobs.JobState;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Role;
import nl.plein.cms.publishing.ChangeSiteParts;
import nl.plein.cms.publishing.Closing;
import nl.plein.cms.publishing.EraseEntry;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.publishing.RollBackSite;
import nl.plein.cms.publishing.UnpublishEntries;
import nl.plein.cms.tenancy.AddHostname;
import nl.plein.cms.tenancy.Hostname;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.testkit.Plein;
import tools.jackson.databind.JsonNode;

/**
 * A small site to which all has happened that can happen: two languages, two audiences, history, pages that moved, vanished,
 * were withdrawn, archived, thrown away and erased, a roll-back, menus, redirects, settings, a theme, files, and an author.
 */
final class LivedInSite {

    /** Rows are read in pages. */
    private static final int MORE_THAN_A_PAGE = 120;

    private static final String TYPES =
            """
            {"key":"quote","kind":"block","name":{"nl":"Citaat"},"fields":[{"key":"words","kind":"richText"}]}
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"},{"key":"image","kind":"asset"},
              {"key":"code","kind":"text","unique":true},{"key":"parts","kind":"blocks"}]}
            {"key":"page","name":{"nl":"Pagina"},"tree":true,"fields":[
              {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"}]}
            """;

    final Plein plein;
    final SiteRef site;
    PersonId author;
    EntryId about;
    EntryId erased;
    EntryId gone;

    private LivedInSite(Plein plein) {
        this.plein = plein;
        this.site = plein.aSite();
    }

    static LivedInSite on(Plein plein) {
        var lived = new LivedInSite(plein);
        lived.author = plein.get(AddPerson.class).perform("Noor de Wit");
        plein.get(GrantRole.class).inAgency(lived.author, lived.site.agency(), Role.ADMINISTRATOR);
        plein.inAgency(lived.site.agency(), () -> plein.get(Calling.class)
                .as(new Caller(Caller.Kind.PERSON, Optional.of(lived.author), "Noor"), lived::live));
        return lived;
    }

    private void live() {
        for (String type : TYPES.split("\n(?=\\{)")) {
            plein.get(DefineType.class).perform(Json.parse(type));
        }
        for (String host : List.of(site.id() + ".example", "www." + site.id() + ".example")) {
            plein.get(AddHostname.class).perform(site.id(), Hostname.of(host), AddHostname.Rank.ALIAS);
        }
        change(
                PartKind.SETTING,
                "site",
                "{\"name\":{\"nl\":\"Stad\"},\"locales\":[\"nl\",\"en\"],\"timeZone\":\"Europe/Amsterdam\"}");
        change(PartKind.THEME, "theme", "{\"name\":\"square\"}");
        AssetRef picture = store("plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        store("ongebruikt.txt", "Nog niet gebruikt.\u0000");
        about = create(NewEntry.of("page", "nl", fields("Over ons", "<p>Eén &amp; twee</p>")));
        translate(about, "About us");
        EntryId team = create(
                NewEntry.of("page", "nl", fields("Team", "<p>Zie <a data-entry=\"" + about + "\">over ons</a></p>"))
                        .under(about)
                        .from("elders:team"));
        publish(about, "nl");
        publish(about, "en");
        publish(team, "nl");
        EntryId news = create(NewEntry.of("news", "nl", news("Markt 🎪", picture)));
        EntryId internal = create(
                NewEntry.of("news", "nl", fields("Intern", "<p>Voor ons</p>")).forAudience(Audience.AGENCY));
        gone = create(NewEntry.of("news", "nl", fields("Ingetrokken", "<p>Fout</p>")));
        erased = create(NewEntry.of("news", "nl", fields("Gewist", "<p>Naam van iemand</p>")));
        EntryId old = create(NewEntry.of("news", "nl", fields("Oud", "<p>Oud</p>")));
        EntryId trash = create(NewEntry.of("news", "nl", fields("Weg", "<p>Weg</p>")));
        List.of(news, internal, gone, erased, old).forEach(entry -> publish(entry, "nl"));
        change(PartKind.MENU, "main.nl", "{\"items\":[{\"label\":\"Over\",\"entry\":\"" + about + "\"}]}");
        change(PartKind.REDIRECT, "/vroeger", "{\"to\":\"/nieuws/oud\"}");
        change(PartKind.REDIRECT, "/elders", "{\"to\":\"https://www.example.org/x\"}");
        save(news, "Markt verplaatst");
        publish(news, "nl");
        plein.get(MoveEntry.class).perform(site.id(), team, MoveEntry.To.slug("nl", "ploeg"));
        publish(team, "nl");
        long now =
                plein.get(nl.plein.cms.publishing.Moments.class).now(site.id()).version();
        unpublish(old, Closing.SUPERSEDED);
        unpublish(gone, Closing.WITHDRAWN);
        plein.get(ArchiveEntries.class).perform(site.id(), List.of(old));
        plein.get(DeleteEntry.class).perform(site.id(), trash);
        plein.get(EraseEntry.class).perform(site.id(), erased);
        plein.clock().advance(Duration.ofHours(1));
        change(PartKind.MENU, "main.nl", "{\"items\":[]}");
        plein.get(RollBackSite.class).perform(site.id(), now - 1);
        save(about, "Over ons, concept");
        saveOnALostBase(about);
        importAText();
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            create(NewEntry.of("news", "nl", fields("Concept " + i, "<p>" + i + "</p>")));
        }
    }

    private void importAText() {
        Path zip = Zips.of(plein.folder(), Map.of("blog/lente.md", "---\ntitle: Lente\n---\nEen *nieuwe* lente.\n"));
        try {
            var stored = plein.get(BlobStore.class).put(Files.newInputStream(zip));
            SiteRef now = plein.get(Sites.class).get(site.id());
            var job = plein.get(StartImport.class).perform(site.id(), stored, ImportOptions.usual(now));
            plein.eventually(
                    Duration.ofSeconds(30),
                    () -> plein.get(Jobs.class).find(job).filter(one -> one.state() == JobState.DONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(PartKind kind, String key, String value) {
        plein.get(ChangeSiteParts.class).perform(site.id(), List.of(new PartChange(kind, key, Json.parse(value))));
    }

    private AssetRef store(String name, String text) {
        var stored = plein.get(BlobStore.class).put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return plein.get(StoreAsset.class).perform(site.id(), name, stored);
    }

    private EntryId create(NewEntry entry) {
        return plein.get(CreateEntry.class).perform(site.id(), entry).key().entry();
    }

    private void translate(EntryId entry, String title) {
        plein.get(AddTranslation.class)
                .perform(site.id(), entry, AddTranslation.Wanted.of("en", fields(title, "<p>" + title + "</p>")));
    }

    private void publish(EntryId entry, String locale) {
        plein.get(PublishEntries.class).perform(site.id(), List.of(new TranslationKey(entry, locale)));
    }

    private void unpublish(EntryId entry, Closing why) {
        plein.get(UnpublishEntries.class).perform(site.id(), List.of(new TranslationKey(entry, "nl")), why);
    }

    private void saveOnALostBase(EntryId entry) {
        try {
            plein.get(SaveDraft.class)
                    .perform(
                            site.id(),
                            new TranslationKey(entry, "nl"),
                            new RevisionId(UUID.randomUUID()),
                            fields("Over ons, uit een vergeten tabblad", ""));
            throw new AssertionError("there was such a base");
        } catch (Conflict kept) {
            return;
        }
    }

    private void save(EntryId entry, String title) {
        var key = new TranslationKey(entry, "nl");
        var head = plein.get(Translations.class).get(site.id(), key).head();
        plein.get(SaveDraft.class).perform(site.id(), key, head, fields(title, "<p>" + title + "</p>"));
    }

    private static JsonNode fields(String title, String body) {
        return Json.mapper().createObjectNode().put("title", title).put("body", body);
    }

    private static JsonNode news(String title, AssetRef picture) {
        var fields = Json.mapper().createObjectNode().put("title", title).put("code", "N1");
        fields.putObject("image").put("asset", picture.id().toString()).put("alt", "Plan");
        fields.putArray("parts")
                .addObject()
                .put("id", "b1")
                .put("type", "quote")
                .putObject("fields")
                .put("words", "<p>Zo is het.</p>");
        return fields;
    }
}
