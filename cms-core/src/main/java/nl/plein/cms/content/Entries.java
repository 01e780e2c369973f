package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** The entries of a site, published or not. */
@ApplicationScoped
@Transactional
public class Entries {

    private static final int CHUNK = 1_000;

    @Inject
    @AgencyData
    EntityManager data;

    /** Also finds what is in the trash. */
    public Optional<EntryRef> find(SiteId site, EntryId id) {
        return row(site, id).map(entry -> EntryRef.of(entry, translationsOf(entry)));
    }

    /** @throws NotFound {@code unknown-entry} */
    public EntryRef get(SiteId site, EntryId id) {
        return find(site, id).orElseThrow(() -> unknown(site, id));
    }

    public Optional<EntryRef> findByOrigin(SiteId site, String origin) {
        return data.createQuery("select e from Entry e where e.site = :site and e.origin = :origin", Entry.class)
                .setParameter("site", site.value())
                .setParameter("origin", origin)
                .getResultStream()
                .findFirst()
                .map(entry -> EntryRef.of(entry, translationsOf(entry)));
    }

    /** Those of the origins that are known, in a query for each thousand. */
    public Map<String, EntryId> findByOrigins(SiteId site, Collection<String> origins) {
        List<String> all = origins.stream().distinct().toList();
        Map<String, EntryId> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            data.createQuery(
                            "select e.origin, e.id from Entry e where e.site = :site and e.origin in :origins",
                            Object[].class)
                    .setParameter("site", site.value())
                    .setParameter("origins", all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .getResultStream()
                    .forEach(row -> found.put((String) row[0], new EntryId((UUID) row[1])));
        }
        return found;
    }

    /** Entries of a site that are not in the trash. */
    public long count(SiteId site) {
        return data.createQuery("select count(e) from Entry e where e.site = :site and e.deletedAt is null", Long.class)
                .setParameter("site", site.value())
                .getSingleResult();
    }

    /** Which type these entries of the agency have; without those that are not there. */
    public Map<UUID, String> typesOf(Collection<UUID> ids) {
        Map<UUID, String> types = new HashMap<>();
        List<UUID> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            data.createQuery("select e.id, e.type from Entry e where e.id in :ids", Object[].class)
                    .setParameter("ids", all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .getResultList()
                    .forEach(row -> types.put((UUID) row[0], (String) row[1]));
        }
        return types;
    }

    /**
     * Holds an entry and its translations as they are until this transaction ends.
     *
     * @param seen tags of the entry, see {@link EntryRef#tag}
     * @throws NotFound                   {@code unknown-entry}
     * @throws nl.plein.cms.kernel.Stale {@code precondition-failed}
     */
    public void refuseUnseen(SiteId site, EntryId id, Seen seen) {
        if (seen.isAny()) {
            return;
        }
        Entry entry = Optional.ofNullable(data.find(Entry.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.site().equals(site))
                .orElseThrow(() -> unknown(site, id));
        List<Translation> translations = data.createQuery(
                        "select t from Translation t where t.entry = :entry order by t.locale", Translation.class)
                .setParameter("entry", entry.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        seen.refuseOther(EntryRef.of(entry, translations).tag());
    }

    Optional<Entry> row(SiteId site, EntryId id) {
        return Optional.ofNullable(data.find(Entry.class, id.value()))
                .filter(entry -> entry.site().equals(site));
    }

    /** @throws NotFound {@code unknown-entry} if it is not there or in the trash */
    Entry live(SiteId site, EntryId id) {
        return row(site, id).filter(entry -> !entry.inTrash()).orElseThrow(() -> unknown(site, id));
    }

    List<Translation> translationsOf(Entry entry) {
        return data.createQuery(
                        "select t from Translation t where t.entry = :entry order by t.locale", Translation.class)
                .setParameter("entry", entry.id())
                .getResultList();
    }

    static NotFound unknown(SiteId site, EntryId id) {
        return new NotFound("unknown-entry", "There is no entry " + id + " on site \"" + site + "\".");
    }
}
