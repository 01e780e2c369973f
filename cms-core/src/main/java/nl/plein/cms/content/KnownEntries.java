package nl.plein.cms.content;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;

/** The entries that an act of writing touches, read in a few queries and kept up to date while it lasts. */
@Dependent
class KnownEntries {

    private static final int CHUNK = 1_000;

    @Inject
    @AgencyData
    EntityManager data;

    private final Map<UUID, Entry> entries = new HashMap<>();
    private final Map<String, Entry> byOrigin = new HashMap<>();
    private final Map<TranslationKey, Translation> translations = new HashMap<>();
    private final Map<UUID, String> hashes = new HashMap<>();

    void lookUp(SiteRef site, List<NewEntry> wanted) {
        List<String> origins = new ArrayList<>();
        List<UUID> parents = new ArrayList<>();
        for (NewEntry entry : wanted) {
            entry.origin().ifPresent(origins::add);
            entry.parentOrigin().ifPresent(origins::add);
            entry.parent().map(EntryId::value).ifPresent(parents::add);
        }
        chunks(origins, some -> data.createQuery(
                        "select e from Entry e where e.site = :site and e.origin in :origins", Entry.class)
                .setParameter("site", site.id().value())
                .setParameter("origins", some)
                .getResultList()
                .forEach(this::add));
        chunks(parents, some -> data.createQuery(
                        "select e from Entry e where e.site = :site and e.id in :ids", Entry.class)
                .setParameter("site", site.id().value())
                .setParameter("ids", some)
                .getResultList()
                .forEach(this::add));
        lookUpTranslations(entries.keySet());
    }

    /** This entry and the one its pages lie under. */
    void lookUp(Entry entry) {
        add(entry);
        List<UUID> both = new ArrayList<>(List.of(entry.id()));
        entry.parent().ifPresent(both::add);
        lookUpTranslations(both);
    }

    private void lookUpTranslations(Collection<UUID> ofEntries) {
        chunks(List.copyOf(ofEntries), some -> {
            data.createQuery("select t from Translation t where t.entry in :ids", Translation.class)
                    .setParameter("ids", some)
                    .getResultList()
                    .forEach(this::add);
            data.createQuery(
                            "select r.translation, r.payloadHash from Revision r, Translation t"
                                    + " where t.head = r.id and t.entry in :ids",
                            Object[].class)
                    .setParameter("ids", some)
                    .getResultStream()
                    .forEach(row -> hashes.put((UUID) row[0], (String) row[1]));
        });
    }

    void add(Entry entry) {
        entries.put(entry.id(), entry);
        entry.origin().ifPresent(origin -> byOrigin.put(origin, entry));
    }

    void add(Translation translation) {
        translations.put(translation.key(), translation);
    }

    Optional<Entry> byOrigin(String origin) {
        return Optional.ofNullable(byOrigin.get(origin));
    }

    Optional<Translation> translation(Entry entry, String locale) {
        return Optional.ofNullable(translations.get(new TranslationKey(entry.entryId(), locale)));
    }

    /** @throws Invalid {@code unknown-parent} */
    Optional<Entry> parent(NewEntry wanted) {
        if (wanted.parentOrigin().isEmpty() && wanted.parent().isEmpty()) {
            return Optional.empty();
        }
        Optional<Entry> parent = wanted.parent()
                .map(id -> entries.get(id.value()))
                .or(() -> wanted.parentOrigin().flatMap(this::byOrigin));
        if (parent.isEmpty() || parent.get().inTrash()) {
            throw new Invalid(
                    "unknown-parent",
                    "There is no entry "
                            + wanted.parent()
                                    .map(EntryId::toString)
                                    .or(wanted::parentOrigin)
                                    .orElse("") + " on this site to lie under.");
        }
        return parent;
    }

    /** The public path of an entry's page; empty if it has none in this locale. */
    Optional<String> path(UUID entry, String locale) {
        return Optional.ofNullable(translations.get(new TranslationKey(new EntryId(entry), locale)))
                .map(Translation::path)
                .filter(path -> !path.isEmpty());
    }

    String headHash(Translation translation) {
        return hashes.getOrDefault(translation.id(), "");
    }

    private interface Work<T> {
        void on(List<T> some);
    }

    private static <T> void chunks(List<T> all, Work<T> work) {
        List<T> distinct = all.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            work.on(distinct.subList(from, Math.min(distinct.size(), from + CHUNK)));
        }
    }
}
