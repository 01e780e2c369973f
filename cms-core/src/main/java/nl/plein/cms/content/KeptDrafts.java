package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyData;

/** All drafts that are kept aside because the revision they were written on is no more. */
@ApplicationScoped
@Transactional
public class KeptDrafts {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentSites sites;

    @Inject
    Translations translations;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    Calling calling;

    /**
     * In a transaction of its own: what is kept stays, though the save is refused. The same words are kept once.
     *
     * @return its id
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    UUID keep(Entry entry, Translation translation, RevisionId basedOn, Payload payload) {
        return data.createQuery(
                        "select k.id from KeptDraft k where k.translation = :translation and k.payloadHash = :hash",
                        UUID.class)
                .setParameter("translation", translation.id())
                .setParameter("hash", payload.hash())
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    KeptDraft kept = new KeptDraft(
                            ids.next(),
                            entry,
                            translation,
                            basedOn,
                            payload,
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            calling.current().person().map(PersonId::value).orElse(null));
                    data.persist(kept);
                    return kept.id();
                });
    }

    /** Newest first. @throws NotFound {@code unknown-translation} */
    public List<KeptDraft> of(SiteId site, TranslationKey key) {
        return data.createQuery(
                        "select k from KeptDraft k where k.translation = :translation order by k.id desc",
                        KeptDraft.class)
                .setParameter("translation", translations.row(site, key).id())
                .getResultList();
    }

    /** Throws one away. @throws NotFound {@code unknown-kept-draft} */
    public void drop(SiteId site, TranslationKey key, String id) {
        sites.forWriting(site);
        int dropped = data.createQuery("delete from KeptDraft k where k.translation = :translation and k.id = :id")
                .setParameter("translation", translations.row(site, key).id())
                .setParameter("id", uuid(key, id))
                .executeUpdate();
        if (dropped == 0) {
            throw unknown(key);
        }
    }

    private static UUID uuid(TranslationKey key, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown(key);
        }
    }

    private static NotFound unknown(TranslationKey key) {
        return new NotFound(
                "unknown-kept-draft", "Nothing is kept of " + key + " under this id: GET …/kept-drafts lists what is.");
    }
}
