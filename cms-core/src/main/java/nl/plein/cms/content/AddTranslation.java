package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Field;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;

/** Begins the draft of an entry in a further locale. */
@ApplicationScoped
public class AddTranslation {

    /** @param slug without it, made from the title; @param path an explicit path without the locale's prefix */
    public record Wanted(
            String locale,
            JsonNode fields,
            Optional<String> slug,
            Optional<String> path,
            NewEntry.WhenTaken whenTaken) {

        public static Wanted of(String locale, JsonNode fields) {
            return new Wanted(locale, fields, Optional.empty(), Optional.empty(), NewEntry.WhenTaken.REFUSE);
        }
    }

    @Inject
    ContentSites sites;

    @Inject
    Entries entries;

    @Inject
    Translations translations;

    @Inject
    ContentTypes types;

    @Inject
    FollowSource followSource;

    @Inject
    Payloads payloads;

    @Inject
    Instance<EntryWriter> writers;

    @Inject
    ContentTrail trail;

    /**
     * Fields that are not localised are taken from the translations that are there. It follows the draft of the one whose locale the
     * site names first, until somebody says otherwise.
     *
     * @throws nl.plein.cms.kernel.Invalid as {@link CreateEntry}
     * @throws Conflict {@code locale-taken}, {@code path-taken}
     */
    @Transactional
    public Written.Saved perform(SiteId id, EntryId entryId, Wanted wanted) {
        SiteRef site = sites.forWriting(id);
        Entry entry = entries.live(id, entryId);
        ContentSites.refuseUnknownLocale(site, wanted.locale());
        List<Translation> others = entries.translationsOf(entry);
        if (others.stream().anyMatch(other -> other.locale().equals(wanted.locale()))) {
            throw new Conflict(
                    "locale-taken",
                    "The entry is there in \"" + wanted.locale() + "\" already: save a draft of it instead.");
        }
        try (Instance.Handle<EntryWriter> writer = writers.getHandle()) {
            Written.Saved saved = writer.get().translate(site, entry, shared(entry, others, wanted));
            followSource.begin(site, entry, translations.row(id, saved.key()), others);
            trail.record("add-translation", saved.key(), saved.revision());
            return saved;
        }
    }

    private NewEntry shared(Entry entry, List<Translation> others, Wanted wanted) {
        ContentType type = types.get(entry.type());
        List<Field> shared =
                type.fields().stream().filter(field -> !field.localised()).toList();
        JsonNode fields = wanted.fields();
        if (!shared.isEmpty() && !others.isEmpty() && fields.isObject()) {
            Translation first = others.get(0);
            JsonNode source = payloads.now(
                    type, translations.revisionRow(first, first.head()).orElseThrow());
            fields = Drafting.withShared(shared, fields, source);
        }
        return new NewEntry(
                Optional.empty(),
                entry.type(),
                wanted.locale(),
                fields,
                wanted.slug(),
                wanted.path(),
                Optional.empty(),
                Optional.empty(),
                entry.audience(),
                Optional.empty(),
                wanted.whenTaken());
    }
}
