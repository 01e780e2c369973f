package nl.plein.cms.publishing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.Plein;
import tools.jackson.databind.JsonNode;

/** A site and the hands that publish on it, without drafts: what is published is made up on the spot. Other rooms' tests may use it. */
public final class Newsroom {

    static final Viewer COLLEAGUE =
            new Viewer(Optional.empty(), Set.of(Audience.EVERYONE, Audience.GOVERNMENT, Audience.AGENCY), false);
    static final Viewer CIVIL_SERVANT =
            new Viewer(Optional.empty(), Set.of(Audience.EVERYONE, Audience.GOVERNMENT), false);
    static final Viewer ARCHIVIST =
            new Viewer(Optional.empty(), Set.of(Audience.EVERYONE, Audience.GOVERNMENT, Audience.AGENCY), true);

    final Plein plein;
    public final SiteRef site;

    public Newsroom(Plein plein) {
        this(plein, plein.aSite());
    }

    public Newsroom(Plein plein, SiteRef site) {
        this.plein = plein;
        this.site = site;
    }

    public SiteId id() {
        return site.id();
    }

    public static EntryId anEntry() {
        return new EntryId(UUID.randomUUID());
    }

    static Publishable page(EntryId entry, String path, String title) {
        return page(entry, "nl", Audience.EVERYONE, path, title);
    }

    static Publishable page(EntryId entry, String locale, Audience audience, String path, String title) {
        return page(
                entry,
                locale,
                audience,
                path,
                title,
                Json.mapper().createObjectNode().put("title", title));
    }

    static Publishable page(
            EntryId entry, String locale, Audience audience, String path, String title, JsonNode payload) {
        return new Publishable(
                new TranslationKey(entry, locale),
                audience,
                path,
                "page",
                title,
                Optional.empty(),
                new RevisionId(UUID.randomUUID()),
                Optional.empty(),
                payload,
                0);
    }

    static TranslationKey nl(EntryId entry) {
        return new TranslationKey(entry, "nl");
    }

    /** Publishes one made-up entry. */
    public Receipt publish(
            EntryId entry, String type, String locale, Audience audience, String path, String title, JsonNode payload) {
        return publish(new Publishable(
                new TranslationKey(entry, locale),
                audience,
                path,
                type,
                title,
                Optional.empty(),
                new RevisionId(UUID.randomUUID()),
                Optional.empty(),
                payload,
                0));
    }

    Receipt publish(Publishable... pages) {
        return publish(Arrays.asList(pages));
    }

    Receipt publish(List<Publishable> pages) {
        return in(() -> plein.get(PublishEntries.class).publish(id(), pages));
    }

    /** Publishes so many made-up pages as one version. */
    public Receipt publishMany(int number) {
        return publish(IntStream.range(0, number)
                .mapToObj(i -> page(anEntry(), "/reeks/" + i, "Reeks " + i))
                .toList());
    }

    public Receipt unpublish(EntryId... entries) {
        return close(Closing.SUPERSEDED, entries);
    }

    public Receipt withdraw(EntryId... entries) {
        return close(Closing.WITHDRAWN, entries);
    }

    private Receipt close(Closing why, EntryId... entries) {
        List<TranslationKey> translations =
                Arrays.stream(entries).map(Newsroom::nl).toList();
        return in(() -> plein.get(UnpublishEntries.class).perform(id(), translations, why));
    }

    public Receipt rollBack(long version) {
        return in(() -> plein.get(RollBackSite.class).perform(id(), version));
    }

    public Receipt erase(EntryId entry) {
        return in(() -> plein.get(EraseEntry.class).perform(id(), entry));
    }

    public Receipt redirect(String path, String to) {
        return change(PartKind.REDIRECT, path, Json.mapper().createObjectNode().put("to", to));
    }

    public Receipt set(String key, String value) {
        return change(PartKind.SETTING, key, Json.mapper().getNodeFactory().stringNode(value));
    }

    public Receipt change(PartKind kind, String key, JsonNode value) {
        return in(() -> plein.get(ChangeSiteParts.class).perform(id(), List.of(new PartChange(kind, key, value))));
    }

    public Receipt remove(PartKind kind, String key) {
        return in(() -> plein.get(ChangeSiteParts.class).perform(id(), List.of(new PartChange(kind, key, null))));
    }

    public SiteMoment now() {
        return in(() -> plein.get(Moments.class).now(id()));
    }

    PathAnswer at(String path) {
        return at(path, Viewer.PUBLIC);
    }

    PathAnswer at(String path, Viewer viewer) {
        return at(path, viewer, now().version());
    }

    PathAnswer at(String path, Viewer viewer, long version) {
        return in(() -> plein.get(Publications.class).byPath(id(), path, viewer, new SiteMoment(version)));
    }

    /** The title of the page at this path, or what there is instead. */
    String titleAt(String path) {
        return titleAt(path, Viewer.PUBLIC, now().version());
    }

    String titleAt(String path, Viewer viewer, long version) {
        PathAnswer answer = at(path, viewer, version);
        if (answer instanceof PathAnswer.Found found) {
            return found.publication().title();
        }
        return answer instanceof PathAnswer.Moved moved
                ? "-> " + moved.to()
                : answer.getClass().getSimpleName();
    }

    public <T> T in(Supplier<T> work) {
        return plein.inAgency(site.agency(), work);
    }
}
