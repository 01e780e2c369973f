package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.tenancy.AgencyData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The newest drafts of many translations at once, as publishing takes them. */
@ApplicationScoped
@Transactional
public class DraftsForPublishing {

    private static final int CHUNK = 2_000;
    private static final String QUERY =
            "select e.id, e.type, t.locale, e.audience, e.parent, t.path, r.id, t.title, r.payload, e.createdAt,"
                    + " t.firstPublishedAt, r.model from Translation t, Entry e, Revision r"
                    + " where e.id = t.entry and r.id = t.head and e.site = :site and e.deletedAt is null and t.entry in :entries";

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentTypes types;

    @Inject
    Payloads payloads;

    /**
     * One query for each 2,000 entries.
     *
     * @return in the order of the keys; without those that are not on the site or in the trash
     */
    public List<Draft> of(SiteId site, List<TranslationKey> keys) {
        Set<TranslationKey> wanted = new HashSet<>(keys);
        List<UUID> entries =
                keys.stream().map(key -> key.entry().value()).distinct().toList();
        Map<String, ContentType> known = types.byKey();
        long model = types.version();
        Map<TranslationKey, Draft> found = new HashMap<>();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            data.createQuery(QUERY, Object[].class)
                    .setParameter("site", site.value())
                    .setParameter("entries", entries.subList(from, Math.min(entries.size(), from + CHUNK)))
                    .getResultStream()
                    .filter(row -> wanted.contains(new TranslationKey(new EntryId((UUID) row[0]), (String) row[2])))
                    .map(row -> draft(site, known, model, row))
                    .forEach(draft -> found.put(draft.key(), draft));
        }
        List<Draft> drafts = new ArrayList<>();
        keys.stream()
                .distinct()
                .map(found::get)
                .filter(java.util.Objects::nonNull)
                .forEach(drafts::add);
        return drafts;
    }

    private Draft draft(SiteId site, Map<String, ContentType> known, long model, @Nullable Object[] row) {
        ContentType type = java.util.Objects.requireNonNull(known.get(text(row[1])), "a type in use is never removed");
        return new Draft(
                new EntryId((UUID) some(row[0])),
                site,
                type.key(),
                text(row[2]),
                Audience.of(text(row[3])),
                NoId.unless((UUID) some(row[4])).map(EntryId::new),
                text(row[5]),
                new RevisionId((UUID) some(row[6])),
                text(row[7]),
                said(type, (JsonNode) some(row[8]), (Long) some(row[11]), model),
                (Instant) some(row[9]),
                (Instant) row[10]);
    }

    private JsonNode said(ContentType type, JsonNode stored, long version, long now) {
        return version >= now ? Payloads.known(type, stored) : payloads.now(type, stored, version);
    }

    private static Object some(@Nullable Object value) {
        return java.util.Objects.requireNonNull(value);
    }

    private static String text(@Nullable Object value) {
        return (String) some(value);
    }
}
