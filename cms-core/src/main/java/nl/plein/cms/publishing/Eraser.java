package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.EraseDrafts;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.DeleteAssets;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** Overwrites what entries said in all their publications, open or closed, with a redaction. Intervals stay. */
@ApplicationScoped
class Eraser {

    static final JsonNode REDACTION = Json.mapper().createObjectNode().put("erased", true);

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    EraseDrafts drafts;

    @Inject
    OrphanedAssets orphanedAssets;

    @Inject
    DeleteAssets deleteAssets;

    @Inject
    KeptWords keptWords;

    @Inject
    KnownRows knownRows;

    @Inject
    Clock clock;

    void overwrite(SiteId site, long version, Set<EntryId> entries, Set<AssetId> assets) {
        deleteAssets.perform(
                site,
                assets.stream()
                        .filter(asset -> entries.stream().allMatch(entry -> orphanedAssets.isUnpublished(asset, entry)))
                        .toList());
        for (EntryId entry : entries) {
            overwriteWords(site, entry);
            overwriteIntervals(site, version, entry);
            overwriteTraces(site, entry);
            drafts.perform(site, entry);
            data.merge(new Erasure(site, entry, version, clock.instant()));
        }
        keptWords.forgetAllAfterCommit();
        knownRows.forgetAllAfterCommit();
    }

    private void overwriteWords(SiteId site, EntryId entry) {
        List<UUID> contents = data.createQuery(
                        "select distinct p.content from PublicationInterval p"
                                + " where p.site = :site and p.entryId = :entry",
                        UUID.class)
                .setParameter("site", site.value())
                .setParameter("entry", entry.value())
                .getResultList();
        Ground.inChunks(contents, chunk -> {
            data.createQuery("select c from PublicationContent c where c.id in :ids", PublicationContent.class)
                    .setParameter("ids", chunk)
                    .getResultList()
                    .forEach(words -> words.overwrite(REDACTION));
            data.createQuery("delete from PublicationReference r where r.owner in :ids")
                    .setParameter("ids", chunk)
                    .executeUpdate();
            return List.of();
        });
    }

    /** What another act has staged is left to that act: it will be refused. */
    private void overwriteIntervals(SiteId site, long version, EntryId entry) {
        List<UUID> shown = data.createQuery(
                        "select p.id from PublicationInterval p where p.site = :site and p.entryId = :entry"
                                + " and p.span.until > 0",
                        UUID.class)
                .setParameter("site", site.value())
                .setParameter("entry", entry.value())
                .getResultList();
        Ground.inChunks(shown, chunk -> {
            data.createQuery("update PublicationInterval p set p.title = '', p.path = '', p.place = :place,"
                            + " p.contentHash = '' where p.id in :ids")
                    .setParameter("place", "erased:" + entry)
                    .setParameter("ids", chunk)
                    .executeUpdate();
            data.createQuery("update PublicationSpan s set s.closing = :withdrawn, s.changed = :version where s.id in"
                            + " :ids")
                    .setParameter("withdrawn", Closing.WITHDRAWN)
                    .setParameter("version", version)
                    .setParameter("ids", chunk)
                    .executeUpdate();
            return List.of();
        });
    }

    /** Redirects from its old paths and tombstones: their keys are its paths. */
    private void overwriteTraces(SiteId site, EntryId entry) {
        data.createQuery(
                        "select r from PartInterval r where r.site = :site and r.targetEntry = :entry"
                                + " and r.until > 0",
                        PartInterval.class)
                .setParameter("site", site.value())
                .setParameter("entry", entry.value())
                .getResultList()
                .forEach(PartInterval::forgetKey);
    }
}
