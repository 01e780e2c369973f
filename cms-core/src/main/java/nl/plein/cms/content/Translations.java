package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.PayloadForms;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** The translations of a site's entries, with their history. */
@ApplicationScoped
@Transactional
public class Translations {

    private static final int CHUNK = 1_000;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentTypes types;

    @Inject
    Payloads payloads;

    @Inject
    PayloadForms forms;

    public Optional<TranslationRef> find(SiteId site, TranslationKey key) {
        return row(site, key, LockModeType.NONE).map(TranslationRef::of);
    }

    /** @throws NotFound {@code unknown-translation} */
    public TranslationRef get(SiteId site, TranslationKey key) {
        return find(site, key).orElseThrow(() -> unknown(site, key));
    }

    /** Whether a draft that is not in the trash is to lie at this path, published or not, for any audience that is no group. */
    public boolean hasDraftAt(SiteId site, String path) {
        return data.createQuery(
                                "select count(t) from Translation t, Entry e where e.id = t.entry and e.deletedAt is null"
                                        + " and t.site = :site and t.pathKey in :keys",
                                Long.class)
                        .setParameter("site", site.value())
                        .setParameter(
                                "keys",
                                List.of(
                                        Translation.keyOf(path, Audience.EVERYONE),
                                        Translation.keyOf(path, Audience.GOVERNMENT),
                                        Translation.keyOf(path, Audience.AGENCY)))
                        .getSingleResult()
                > 0;
    }

    /** One query for each 1,000. @return without those that are not on the site */
    public Map<TranslationKey, TranslationRef> of(SiteId site, Collection<TranslationKey> keys) {
        List<UUID> entries =
                keys.stream().map(key -> key.entry().value()).distinct().toList();
        Map<TranslationKey, TranslationRef> found = new HashMap<>();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            data.createQuery(
                            "select t from Translation t where t.site = :site and t.entry in :entries",
                            Translation.class)
                    .setParameter("site", site.value())
                    .setParameter("entries", entries.subList(from, Math.min(entries.size(), from + CHUNK)))
                    .getResultStream()
                    .map(TranslationRef::of)
                    .forEach(translation -> found.put(translation.key(), translation));
        }
        return found;
    }

    /** Nobody else saves a draft of it until this transaction ends. @throws NotFound {@code unknown-translation} */
    public void hold(SiteId site, TranslationKey key) {
        locked(site, key);
    }

    /** The draft: the newest revision. @throws NotFound {@code unknown-translation} */
    public Saved draft(SiteId site, TranslationKey key) {
        Translation translation = row(site, key, LockModeType.NONE).orElseThrow(() -> unknown(site, key));
        return asItIsNow(key, revisionRow(translation, translation.head()).orElseThrow());
    }

    /** By the fields that its type has now, though they may be others than when it was saved. */
    private Saved asItIsNow(TranslationKey key, Revision revision) {
        long now = forms.current();
        if (revision.model() >= now) {
            return Saved.of(key, revision);
        }
        Entry entry = Objects.requireNonNull(data.find(Entry.class, key.entry().value()));
        JsonNode upgraded = forms.upgraded(entry.type(), revision.payload(), revision.model());
        return upgraded == revision.payload()
                ? Saved.said(key, revision, upgraded, now, List.of())
                : Saved.said(key, revision, payloads.now(types.get(entry.type()), revision), now, List.of());
    }

    /**
     * Drafts that only carry over, into the fields of a changed type, what visitors see.
     *
     * @return by translation; without those that were edited since
     */
    public Map<TranslationKey, RevisionId> carriedDrafts(SiteId site, Map<TranslationKey, RevisionId> shown) {
        Map<TranslationKey, RevisionId> carried = new HashMap<>();
        if (shown.isEmpty()) {
            return carried;
        }
        data.createQuery(
                        "select t.entry, t.locale, r.id, r.basedOn from Translation t, Revision r where t.site = :site"
                                + " and r.id = t.head and r.kept = :carried and t.entry in :entries",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("carried", Revision.CARRIED)
                .setParameter(
                        "entries",
                        shown.keySet().stream()
                                .map(key -> key.entry().value())
                                .distinct()
                                .toList())
                .getResultList()
                .forEach(row -> {
                    TranslationKey key = new TranslationKey(new EntryId((UUID) row[0]), (String) row[1]);
                    RevisionId seen = shown.get(key);
                    RevisionId head = new RevisionId((UUID) row[2]);
                    if (seen != null && sayingTheSame(head).contains(seen)) {
                        carried.put(key, head);
                    }
                });
        return carried;
    }

    /** This revision and those that it only carries over into the fields of a changed type: visitors read the same. */
    public Set<RevisionId> sayingTheSame(RevisionId revision) {
        Set<RevisionId> same = new HashSet<>(Set.of(revision));
        Optional<Revision> next = Optional.ofNullable(data.find(Revision.class, revision.value()));
        while (next.filter(Revision::isCarriedOver).isPresent()) {
            Optional<UUID> before = next.get().basedOn();
            before.map(RevisionId::new).ifPresent(same::add);
            next = before.map(id -> data.find(Revision.class, id));
        }
        return same;
    }

    /** @throws NotFound {@code unknown-revision} */
    public Saved revision(SiteId site, TranslationKey key, RevisionId id) {
        Translation translation = row(site, key, LockModeType.NONE).orElseThrow(() -> unknown(site, key));
        return revisionRow(translation, id)
                .map(revision -> Saved.of(key, revision))
                .orElseThrow(() -> unknownRevision(key, id));
    }

    /** Newest first. @param before a revision's number; only older ones are given; {@code Integer.MAX_VALUE} for all */
    public List<Saved> history(SiteId site, TranslationKey key, int before, int most) {
        Translation translation = row(site, key, LockModeType.NONE).orElseThrow(() -> unknown(site, key));
        return data.createQuery(
                        "select r from Revision r where r.translation = :translation and r.number < :before"
                                + " order by r.number desc",
                        Revision.class)
                .setParameter("translation", translation.id())
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultStream()
                .map(revision -> Saved.of(key, revision))
                .toList();
    }

    Translation row(SiteId site, TranslationKey key) {
        return row(site, key, LockModeType.NONE).orElseThrow(() -> unknown(site, key));
    }

    /** @throws NotFound {@code unknown-translation}. Nobody else changes the row until this transaction ends. */
    Translation locked(SiteId site, TranslationKey key) {
        return row(site, key, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> unknown(site, key));
    }

    Optional<Revision> revisionRow(Translation translation, RevisionId id) {
        return Optional.ofNullable(data.find(Revision.class, id.value()))
                .filter(revision -> revision.translation().equals(translation.id()));
    }

    /** Whether there is such a revision, but of other words than these. */
    boolean isOfAnother(Translation translation, RevisionId id) {
        Revision found = data.find(Revision.class, id.value());
        return found != null && !found.translation().equals(translation.id());
    }

    private Optional<Translation> row(SiteId site, TranslationKey key, LockModeType lock) {
        return data.createQuery(
                        "select t from Translation t where t.site = :site and t.entry = :entry and t.locale = :locale",
                        Translation.class)
                .setParameter("site", site.value())
                .setParameter("entry", key.entry().value())
                .setParameter("locale", key.locale())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    static NotFound unknownRevision(TranslationKey key, RevisionId id) {
        return new NotFound("unknown-revision", "There is no revision " + id + " of " + key + ".");
    }

    static NotFound unknown(SiteId site, TranslationKey key) {
        return new NotFound("unknown-translation", "There is no entry " + key + " on site \"" + site + "\".");
    }
}
