package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Cursors;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Lists of translations for those who work on them: newest change first, page by page. */
@ApplicationScoped
@Transactional
public class EntryLists {

    public static final int LARGEST_PAGE = 100;

    public enum Place {
        SITE,
        ARCHIVE,
        TRASH
    }

    /** @param title words that must stand in the title, in any letter case */
    public record Wanted(
            Place place,
            Optional<String> type,
            Optional<String> locale,
            Optional<EntryId> parent,
            Optional<String> title,
            int pageSize,
            Optional<String> cursor) {

        public static final Wanted ALL = new Wanted(
                Place.SITE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                50,
                Optional.empty());

        public Wanted after(String newCursor) {
            return new Wanted(place, type, locale, parent, title, pageSize, Optional.of(newCursor));
        }
    }

    public record Row(String type, Audience audience, TranslationRef translation) {}

    /** @param next for the page after this one; empty at the end */
    public record Page(List<Row> rows, Optional<String> next) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Cursors cursors;

    /** @throws Invalid {@code bad-cursor}, {@code expired-cursor}, {@code page-size} */
    public Page list(SiteId site, Wanted wanted) {
        if (wanted.pageSize() < 1 || wanted.pageSize() > LARGEST_PAGE) {
            throw new Invalid("page-size", "Ask for 1 to " + LARGEST_PAGE + " entries a page.");
        }
        List<Object[]> found =
                query(site, wanted).setMaxResults(wanted.pageSize() + 1).getResultList();
        List<Row> rows = new ArrayList<>();
        for (Object[] row : found.subList(0, Math.min(found.size(), wanted.pageSize()))) {
            Entry entry = (Entry) row[0];
            rows.add(new Row(entry.type(), entry.audience(), TranslationRef.of((Translation) row[1])));
        }
        boolean more = found.size() > rows.size();
        return new Page(
                rows, more ? Optional.of(cursor(site, (Translation) found.get(rows.size() - 1)[1])) : Optional.empty());
    }

    private TypedQuery<Object[]> query(SiteId site, Wanted wanted) {
        Optional<Map<String, String>> position = wanted.cursor().map(cursors::open);
        StringBuilder query =
                new StringBuilder("select e, t from Translation t, Entry e where e.id = t.entry and t.site = :site");
        query.append(
                switch (wanted.place()) {
                    case SITE -> " and e.deletedAt is null and e.archivedAt is null";
                    case ARCHIVE -> " and e.deletedAt is null and e.archivedAt is not null";
                    case TRASH -> " and e.deletedAt is not null";
                });
        wanted.type().ifPresent(type -> query.append(" and e.type = :type"));
        wanted.locale().ifPresent(locale -> query.append(" and t.locale = :locale"));
        wanted.parent().ifPresent(parent -> query.append(" and e.parent = :parent"));
        wanted.title().ifPresent(title -> query.append(" and lower(t.title) like :title escape '!'"));
        position.ifPresent(p -> query.append(" and (t.updatedAt < :at or t.updatedAt = :at and t.id < :id)"));
        query.append(" order by t.updatedAt desc, t.id desc");

        TypedQuery<Object[]> typed =
                data.createQuery(query.toString(), Object[].class).setParameter("site", site.value());
        wanted.type().ifPresent(type -> typed.setParameter("type", type));
        wanted.locale().ifPresent(locale -> typed.setParameter("locale", locale));
        wanted.parent().ifPresent(parent -> typed.setParameter("parent", parent.value()));
        wanted.title().ifPresent(title -> typed.setParameter("title", containing(title)));
        position.ifPresent(p -> {
            if (!site.value().equals(p.get("site"))) {
                throw new Invalid("bad-cursor", "This cursor belongs to another list: read this one from its start.");
            }
            typed.setParameter("at", Instant.parse(String.valueOf(p.get("at"))));
            typed.setParameter("id", UUID.fromString(String.valueOf(p.get("id"))));
        });
        return typed;
    }

    private static String containing(String words) {
        String escaped = words.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }

    private String cursor(SiteId site, Translation last) {
        return cursors.sign(Map.of(
                "site", site.value(),
                "at", last.updatedAt().toString(),
                "id", last.id().toString()));
    }
}
