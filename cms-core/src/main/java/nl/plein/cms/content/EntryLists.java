package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Cursors;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Lists of translations for those who work on them, page by page. */
@ApplicationScoped
@Transactional
public class EntryLists {

    public static final int LARGEST_PAGE = 100;

    public enum Place {
        SITE,
        ARCHIVE,
        TRASH
    }

    /** What visitors have of a translation: nothing, some text of it, or an older text than its draft. */
    public enum Shown {
        UNPUBLISHED,
        PUBLISHED,
        CHANGED
    }

    public enum Order {
        NEWEST,
        OLDEST,
        TITLE
    }

    /**
     * @param parent what they lie under; {@link #NO_PARENT} for what lies under nothing
     * @param title  words that must stand in the title, in any letter case
     * @param writer who saved the draft
     */
    public record Wanted(
            Place place,
            Optional<String> type,
            Optional<String> locale,
            Optional<EntryId> parent,
            Optional<String> title,
            Optional<Shown> shown,
            Optional<PersonId> writer,
            Order order,
            int pageSize,
            Optional<String> cursor) {

        public static final EntryId NO_PARENT = new EntryId(NoId.NONE);

        public static final Wanted ALL = in(Place.SITE);

        public static Wanted in(Place place) {
            return new Wanted(
                    place,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Order.NEWEST,
                    50,
                    Optional.empty());
        }

        public Wanted after(String newCursor) {
            return new Wanted(
                    place, type, locale, parent, title, shown, writer, order, pageSize, Optional.of(newCursor));
        }
    }

    /** @param under how many entries lie under it that are neither laid aside nor in the trash */
    public record Row(String type, Audience audience, long under, TranslationRef translation) {}

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
        List<Object[]> shown = found.subList(0, Math.min(found.size(), wanted.pageSize()));
        Map<UUID, Long> under =
                under(shown.stream().map(row -> ((Entry) row[0]).id()).collect(Collectors.toSet()));
        List<Row> rows = new ArrayList<>();
        for (Object[] row : shown) {
            Entry entry = (Entry) row[0];
            rows.add(new Row(
                    entry.type(), entry.audience(), under.getOrDefault(entry.id(), 0L), TranslationRef.of((Translation)
                            row[1])));
        }
        boolean more = found.size() > rows.size();
        return new Page(
                rows,
                more
                        ? Optional.of(cursor(site, wanted.order(), (Translation) found.get(rows.size() - 1)[1]))
                        : Optional.empty());
    }

    private Map<UUID, Long> under(Set<UUID> entries) {
        Map<UUID, Long> counts = new HashMap<>();
        if (!entries.isEmpty()) {
            data.createQuery(
                            "select e.parent, count(e) from Entry e where e.parent in :entries"
                                    + " and e.deletedAt is null and e.archivedAt is null group by e.parent",
                            Object[].class)
                    .setParameter("entries", entries)
                    .getResultList()
                    .forEach(row -> counts.put((UUID) row[0], (Long) row[1]));
        }
        return counts;
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
        wanted.shown()
                .ifPresent(shown -> query.append(
                        switch (shown) {
                            case UNPUBLISHED -> " and t.publishedRevision = :none";
                            case PUBLISHED -> " and t.publishedRevision <> :none";
                            case CHANGED -> " and t.publishedRevision <> :none and t.publishedRevision <> t.head";
                        }));
        wanted.writer().ifPresent(writer -> query.append(" and t.updatedBy = :writer"));
        position.ifPresent(p -> query.append(
                switch (wanted.order()) {
                    case NEWEST -> " and (t.updatedAt < :at or t.updatedAt = :at and t.id < :id)";
                    case OLDEST -> " and (t.updatedAt > :at or t.updatedAt = :at and t.id > :id)";
                    case TITLE -> " and (lower(t.title) > lower(:at) or lower(t.title) = lower(:at) and t.id > :id)";
                }));
        query.append(
                switch (wanted.order()) {
                    case NEWEST -> " order by t.updatedAt desc, t.id desc";
                    case OLDEST -> " order by t.updatedAt, t.id";
                    case TITLE -> " order by lower(t.title), t.id";
                });

        TypedQuery<Object[]> typed =
                data.createQuery(query.toString(), Object[].class).setParameter("site", site.value());
        wanted.type().ifPresent(type -> typed.setParameter("type", type));
        wanted.locale().ifPresent(locale -> typed.setParameter("locale", locale));
        wanted.parent().ifPresent(parent -> typed.setParameter("parent", parent.value()));
        wanted.title().ifPresent(title -> typed.setParameter("title", containing(title)));
        wanted.shown().ifPresent(shown -> typed.setParameter("none", NoId.NONE));
        wanted.writer().ifPresent(writer -> typed.setParameter("writer", writer.value()));
        position.ifPresent(p -> {
            if (!site.value().equals(p.get("site")) || !wanted.order().name().equals(p.get("order"))) {
                throw new Invalid("bad-cursor", "This cursor belongs to another list: read this one from its start.");
            }
            String at = String.valueOf(p.get("at"));
            typed.setParameter("at", wanted.order() == Order.TITLE ? at : Instant.parse(at));
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

    private String cursor(SiteId site, Order order, Translation last) {
        String at = order == Order.TITLE ? last.title() : last.updatedAt().toString();
        return cursors.sign(Map.of(
                "site", site.value(),
                "order", order.name(),
                "at", at,
                "id", last.id().toString()));
    }
}
