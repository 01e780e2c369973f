package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.tenancy.AgencyData;

/** The renditions that were made of originals, by the hash of the original and the form; each is made once. */
@ApplicationScoped
@Transactional
public class Renditions {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * @param original SHA-256 of the original
     * @param form     what makes one rendition another, in letters, digits and hyphens
     */
    public Optional<RenditionRef> find(String original, String form) {
        return data.createQuery(
                        "select r from KeptRendition r where r.original = :original and r.form = :form",
                        KeptRendition.class)
                .setParameter("original", original)
                .setParameter("form", form)
                .getResultStream()
                .findFirst()
                .map(KeptRendition::ref);
    }

    /** Store the bytes first, through {@link UploadGate}. If somebody was faster, theirs is kept: it has the same bytes. */
    public RenditionRef keep(String original, String form, RenditionRef made) {
        return find(original, form).orElseGet(() -> {
            data.persist(new KeptRendition(ids.next(), original, form, made, clock.instant()));
            return made;
        });
    }

    /** Forgets the renditions of originals that no asset of the agency has any more. A sweep takes their blobs. */
    public int forgetOrphans() {
        return data.createQuery("delete from KeptRendition r where r.original not in (select a.sha256 from Asset a)")
                .executeUpdate();
    }
}
