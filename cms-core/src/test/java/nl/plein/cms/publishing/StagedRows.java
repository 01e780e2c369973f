package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Counts what acts have left behind. */
@ApplicationScoped
class StagedRows {

    @Inject
    @AgencyData
    EntityManager data;

    @Transactional
    long count(SiteId site) {
        return count("select count(s) from PublicationSpan s where s.site = :site and s.until < 0", site)
                + count("select count(p) from PartInterval p where p.site = :site and p.until < 0", site)
                + count("select count(s) from StagingRow s where s.site = :site", site);
    }

    /** Every text that publishing keeps of a site. */
    @Transactional
    List<String> wordsOf(SiteId site) {
        List<String> words = new ArrayList<>();
        for (String query : List.of(
                "select p.title from PublicationInterval p where p.site = :site",
                "select p.path from PublicationInterval p where p.site = :site",
                "select p.place from PublicationInterval p where p.site = :site",
                "select r.partKey from PartInterval r where r.site = :site",
                "select r.place from PartInterval r where r.site = :site")) {
            words.addAll(data.createQuery(query, String.class)
                    .setParameter("site", site.value())
                    .getResultList());
        }
        data.createQuery("select c from PublicationContent c", PublicationContent.class)
                .getResultList()
                .forEach(content -> words.add(content.payload().toString()));
        return words;
    }

    @Inject
    Publications publications;

    /** All that is open, whoever may see it. */
    @Transactional
    List<Publication> open(SiteId site) {
        return publications.withWords(data.createQuery(
                        "select p from PublicationInterval p where p.site = :site and p.span.until = :open",
                        PublicationInterval.class)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN)
                .getResultList());
    }

    @Transactional
    List<SitePart> openParts(SiteId site) {
        return data.createQuery(
                        "select r from PartInterval r where r.site = :site and r.until = :open", PartInterval.class)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN)
                .getResultStream()
                .map(PartInterval::part)
                .toList();
    }

    private long count(String query, SiteId site) {
        return data.createQuery(query, Long.class)
                .setParameter("site", site.value())
                .getSingleResult();
    }
}
