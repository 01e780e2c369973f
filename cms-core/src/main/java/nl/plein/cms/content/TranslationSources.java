package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Field;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** What translations follow, and which of them lag behind. Fields that all translations share don't count. */
@ApplicationScoped
@Transactional
public class TranslationSources {

    private static final int AT_ONCE = 200;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Entries entries;

    @Inject
    Translations translations;

    @Inject
    CompareRevisions compareRevisions;

    @Inject
    ContentTypes types;

    /** @throws NotFound {@code unknown-translation}; {@code no-source} if nobody has said what it follows */
    public FollowedSource get(SiteId site, TranslationKey key) {
        Translation translation = translations.row(site, key);
        return Optional.ofNullable(data.find(TranslationSource.class, translation.id()))
                .flatMap(row -> followed(site, row))
                .orElseThrow(() -> new NotFound(
                        "no-source", "Nobody has said what this translation follows: say it once it is up to date."));
    }

    /** What the source says otherwise since, in what is translated; in the order of the type's fields. */
    public List<FieldChange> changes(SiteId site, FollowedSource followed) {
        ContentType type =
                types.get(entries.get(site, followed.source().entry()).type());
        return compareRevisions.perform(site, followed.source(), followed.revision(), followed.newest()).stream()
                .filter(change -> type.field(change.field().split("/", 2)[0])
                        .filter(Field::localised)
                        .isPresent())
                .toList();
    }

    /** Ids of translations and what they lag behind, by keyset. */
    public record Stale(UUID id, FollowedSource followed) {}

    /**
     * Translations whose source has moved on; not those in the trash or laid aside.
     *
     * @param locale of the translations
     * @param after  the id of the last one of the page before
     */
    public List<Stale> stale(SiteId site, Optional<String> locale, Optional<UUID> after, int most) {
        List<Stale> found = new ArrayList<>();
        UUID from = after.orElse(new UUID(0, 0));
        while (true) {
            List<TranslationSource> rows = movedOn(site, locale, from);
            for (TranslationSource row : rows) {
                from = row.id();
                followed(site, row)
                        .filter(source -> source.staleSince().isPresent())
                        .ifPresent(source -> found.add(new Stale(row.id(), source)));
                if (found.size() == most) {
                    return found;
                }
            }
            if (rows.size() < AT_ONCE) {
                return found;
            }
        }
    }

    private List<TranslationSource> movedOn(SiteId site, Optional<String> locale, UUID after) {
        TypedQuery<TranslationSource> rows = data.createQuery(
                        "select s from TranslationSource s, Translation t, Entry e where s.site = :site"
                                + " and t.entry = s.entry and t.locale = s.sourceLocale and t.head <> s.sourceRevision"
                                + " and e.id = s.entry and e.deletedAt is null and e.archivedAt is null"
                                + " and s.id > :after" + (locale.isPresent() ? " and s.locale = :locale" : "")
                                + " order by s.id",
                        TranslationSource.class)
                .setParameter("site", site.value())
                .setParameter("after", after)
                .setMaxResults(AT_ONCE);
        locale.ifPresent(one -> rows.setParameter("locale", one));
        return rows.getResultList();
    }

    private Optional<FollowedSource> followed(SiteId site, TranslationSource row) {
        return translations
                .find(site, row.source())
                .map(source -> new FollowedSource(
                        row.translation(),
                        row.source(),
                        source.title(),
                        row.revision(),
                        row.followedAt(),
                        row.followedBy().map(PersonId::new),
                        source.head(),
                        staleSince(site, row, source)));
    }

    private Optional<Instant> staleSince(SiteId site, TranslationSource row, TranslationRef source) {
        Revision seen = data.find(Revision.class, row.revision().value());
        Revision newest = data.find(Revision.class, source.head().value());
        if (seen == null || newest == null || seen.payloadHash().equals(newest.payloadHash())) {
            return Optional.empty();
        }
        ContentType type = types.get(entries.get(site, source.entry()).type());
        if (saysTheSame(type, seen.payload(), newest.payload())) {
            return Optional.empty();
        }
        return data.createQuery(
                        "select r from Revision r where r.translation = :translation and r.number > :number"
                                + " order by r.number",
                        Revision.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("translation", seen.translation())
                .setParameter("number", seen.number())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Revision::savedAt);
    }

    private static boolean saysTheSame(ContentType type, JsonNode one, JsonNode other) {
        return type.fields().stream().filter(Field::localised).allMatch(field -> one.path(field.key())
                .equals(other.path(field.key())));
    }

    void forget(@Observes EntryErased erased) {
        data.createQuery("delete from TranslationSource s where s.entry = :entry")
                .setParameter("entry", erased.entry().value())
                .executeUpdate();
    }
}
