package nl.plein.cms.content;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;
import org.jspecify.annotations.Nullable;

/** Writes entries, one or hundreds, in the transaction of the verb that has it. Queries do not grow with the number. */
@Dependent
class EntryWriter {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentTypes types;

    @Inject
    Payloads payloads;

    @Inject
    Revisions revisions;

    @Inject
    PagePlaces places;

    @Inject
    KnownGroups groups;

    @Inject
    KnownEntries known;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    Calling calling;

    /** @param coming slugs of groups that are not there yet, by id */
    EntryWriter expecting(Map<String, String> coming) {
        groups.expect(coming);
        return this;
    }

    List<Written> write(SiteRef site, List<NewEntry> wanted) {
        known.lookUp(site, wanted);
        List<Written> written = new ArrayList<>();
        for (NewEntry entry : wanted) {
            try {
                written.add(write(site, entry));
            } catch (Refusal refusal) {
                written.add(new Written.Refused(refusal));
            }
        }
        revisions.flush();
        return written;
    }

    private Written write(SiteRef site, NewEntry wanted) {
        ContentSites.refuseUnknownLocale(site, wanted.locale());
        ContentType type = entryType(wanted.type());
        Payload payload = payloads.read(type, wanted.payload());
        Optional<Entry> entry = wanted.origin().flatMap(known::byOrigin);
        Optional<Translation> translation = entry.flatMap(e -> known.translation(e, wanted.locale()));
        if (translation.isPresent()) {
            return update(site, type, entry.orElseThrow(), translation.get(), payload, wanted);
        }
        if (entry.isPresent()) {
            return translate(site, type, entry.get(), payload, wanted, Written.Outcome.TRANSLATED);
        }
        return create(site, type, payload, wanted);
    }

    private ContentType entryType(String key) {
        ContentType type = types.get(key);
        if (type.isBlock()) {
            throw new Invalid("block-not-entry", "\"" + key + "\" is a block: put it into a blocks field of an entry.");
        }
        return type;
    }

    private Written create(SiteRef site, ContentType type, Payload payload, NewEntry wanted) {
        Optional<Entry> parent = known.parent(wanted);
        Entry entry = new Entry(
                wanted.id().map(EntryId::value).orElseGet(ids::next),
                site.id(),
                wanted,
                parent.map(Entry::id).orElse(null),
                now(),
                caller());
        Written written = translate(site, type, entry, payload, wanted, Written.Outcome.CREATED);
        data.persist(entry);
        known.add(entry);
        return written;
    }

    /** A further locale of an entry that is there. */
    Written.Saved translate(SiteRef site, Entry entry, NewEntry wanted) {
        known.lookUp(entry);
        ContentType type = types.get(entry.type());
        Payload payload = payloads.read(type, wanted.payload());
        Written.Saved saved = translate(site, type, entry, payload, wanted, Written.Outcome.TRANSLATED);
        revisions.flush();
        return saved;
    }

    /** The first draft of an entry in a locale. Nothing is kept if the page finds no place. */
    private Written.Saved translate(
            SiteRef site, ContentType type, Entry entry, Payload payload, NewEntry wanted, Written.Outcome outcome) {
        String slug = Addressing.slug(wanted.slug(), payload.title().isEmpty() ? type.key() : payload.title());
        Translation translation =
                new Translation(ids.next(), entry, wanted.locale(), slug, Addressing.explicit(wanted.path()), now());
        boolean numbered = place(site, type, entry, translation, payload, wanted.whenTaken());
        revisions.add(entry, translation, payload);
        data.persist(translation);
        known.add(translation);
        return new Written.Saved(translation.key(), translation.head(), translation.path(), outcome, numbered);
    }

    private Written update(
            SiteRef site, ContentType type, Entry entry, Translation translation, Payload payload, NewEntry wanted) {
        if (!entry.type().equals(type.key())) {
            throw new Conflict(
                    "type-fixed",
                    "The entry from \"" + wanted.origin().orElse("") + "\" is of type \"" + entry.type()
                            + "\": delete it first, or keep its type.");
        }
        Optional<String> explicit = Addressing.explicit(wanted.path());
        boolean moves = explicit.isPresent() && !explicit.equals(translation.explicitPath());
        boolean changes = !known.headHash(translation).equals(payload.hash());
        boolean numbered = false;
        if (moves) {
            Optional<String> before = translation.explicitPath();
            translation.pinTo(explicit);
            try {
                numbered = place(site, type, entry, translation, payload, wanted.whenTaken());
            } catch (Refusal refusal) {
                translation.pinTo(before);
                throw refusal;
            }
        }
        if (changes) {
            revisions.add(entry, translation, payload);
        }
        Written.Outcome outcome = moves || changes ? Written.Outcome.UPDATED : Written.Outcome.UNCHANGED;
        return new Written.Saved(translation.key(), translation.head(), translation.path(), outcome, numbered);
    }

    private boolean place(
            SiteRef site,
            ContentType type,
            Entry entry,
            Translation translation,
            Payload payload,
            NewEntry.WhenTaken whenTaken) {
        Optional<String> parentPath = entry.parent().flatMap(parent -> known.path(parent, translation.locale()));
        String path = Addressing.path(site, groups.of(site), type, entry, translation, payload.json(), parentPath);
        return places.take(entry, translation, path, whenTaken);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private @Nullable UUID caller() {
        return calling.current()
                .person()
                .map(nl.plein.cms.kernel.PersonId::value)
                .orElse(null);
    }
}
