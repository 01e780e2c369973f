package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** All texts of a type, drafts and what visitors see, the trash included. Read in pages, in three queries each. */
@ApplicationScoped
@Transactional
public class StoredTexts {

    private static final int ENTRIES = 1_000;
    private static final String DRAFTS = "select e.id, e.audience, e.deletedAt, t.locale, t.title, t.path, t.head,"
            + " t.publishedRevision, r.payload, r.model from Entry e, Translation t, Revision r"
            + " where e.site = :site and e.type = :type and e.id > :after and e.id <= :last"
            + " and t.entry = e.id and r.id = t.head";
    private static final String OTHERS = "select t.entry, t.locale, r.id, r.payload, r.model"
            + " from Entry e, Translation t, Revision r"
            + " where e.site = :site and e.type = :type and e.id > :after and e.id <= :last"
            + " and t.entry = e.id and t.publishedRevision <> t.head and r.id = t.publishedRevision";

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentTypes types;

    @Inject
    Payloads payloads;

    /** @param last the entry after which the next page begins; empty after the last page */
    public record Page(List<StoredText> texts, Optional<EntryId> last) {}

    /** @param after the {@code last} of the page before */
    public Page page(SiteId site, String key, Optional<EntryId> after) {
        ContentType type = types.get(key);
        UUID from = after.map(EntryId::value).orElse(NoId.NONE);
        List<UUID> entries = entriesAfter(site, key, from, ENTRIES);
        if (entries.isEmpty()) {
            return new Page(List.of(), Optional.empty());
        }
        UUID last = entries.get(entries.size() - 1);
        Map<TranslationKey, StoredText> drafts = new HashMap<>();
        List<StoredText> texts = new ArrayList<>();
        for (Object[] row : rows(DRAFTS, site, key, from, last)) {
            StoredText draft = draft(type, row);
            drafts.put(draft.translation(), draft);
            texts.add(draft);
        }
        for (Object[] row : rows(OTHERS, site, key, from, last)) {
            StoredText draft = drafts.get(new TranslationKey(new EntryId((UUID) row[0]), (String) row[1]));
            if (draft != null) {
                texts.add(shown(type, draft, row));
            }
        }
        return new Page(texts, Optional.of(new EntryId(last)));
    }

    /** Entries of a type, the trash included. */
    public long count(SiteId site, String type) {
        return data.createQuery("select count(e) from Entry e where e.site = :site and e.type = :type", Long.class)
                .setParameter("site", site.value())
                .setParameter("type", type)
                .getSingleResult();
    }

    List<UUID> entriesAfter(SiteId site, String type, UUID after, int most) {
        return data.createQuery(
                        "select e.id from Entry e where e.site = :site and e.type = :type and e.id > :after order by e.id",
                        UUID.class)
                .setParameter("site", site.value())
                .setParameter("type", type)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    private List<Object[]> rows(String query, SiteId site, String type, UUID after, UUID last) {
        return data.createQuery(query, Object[].class)
                .setParameter("site", site.value())
                .setParameter("type", type)
                .setParameter("after", after)
                .setParameter("last", last)
                .getResultList();
    }

    private StoredText draft(ContentType type, @Nullable Object[] row) {
        UUID head = id(row[6]);
        return new StoredText(
                new TranslationKey(new EntryId(id(row[0])), text(row[3])),
                new RevisionId(head),
                type.key(),
                Audience.of(text(row[1])),
                text(row[4]),
                text(row[5]),
                row[2] != null,
                true,
                head.equals(row[7]),
                said(type, row[8], row[9]));
    }

    private StoredText shown(ContentType type, StoredText draft, @Nullable Object[] row) {
        JsonNode fields = said(type, row[3], row[4]);
        return new StoredText(
                draft.translation(),
                new RevisionId(id(row[2])),
                type.key(),
                draft.audience(),
                type.titleOf(fields),
                draft.path(),
                draft.inTrash(),
                false,
                true,
                fields);
    }

    private JsonNode said(ContentType type, @Nullable Object stored, @Nullable Object version) {
        return payloads.now(type, (JsonNode) some(stored), (Long) some(version));
    }

    private static UUID id(@Nullable Object value) {
        return (UUID) some(value);
    }

    private static String text(@Nullable Object value) {
        return (String) some(value);
    }

    private static Object some(@Nullable Object value) {
        return java.util.Objects.requireNonNull(value);
    }
}
