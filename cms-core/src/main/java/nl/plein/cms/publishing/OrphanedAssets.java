package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.EntryAssets;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.Assets;
import nl.plein.cms.tenancy.AgencyData;

/** Finds the assets of a site that would be named by nothing if an entry were erased: no draft, publication or site part. */
@ApplicationScoped
class OrphanedAssets {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    EntryAssets drafts;

    @Inject
    Assets assets;

    /** Those that drafts and publications of the entry name and nothing else does. Slow: ask before the site is locked. */
    Set<AssetId> without(SiteId site, EntryId entry) {
        Set<AssetId> named = new HashSet<>(drafts.namedBy(site, entry));
        data.createQuery(
                        "select distinct r.target from PublicationReference r, PublicationInterval p"
                                + " where r.owner = p.content and r.kind = :asset and p.site = :site and p.entryId = :entry",
                        UUID.class)
                .setParameter("asset", PublicationReference.Kind.ASSET)
                .setParameter("site", site.value())
                .setParameter("entry", entry.value())
                .getResultStream()
                .forEach(id -> named.add(new AssetId(id)));
        Set<AssetId> orphaned = new HashSet<>();
        for (AssetRef asset : assets.findAll(named).values()) {
            if (asset.site().equals(site)
                    && isUnpublished(asset.id(), entry)
                    && !drafts.isNamedByOthers(site, asset.id(), entry)) {
                orphaned.add(asset.id());
            }
        }
        return orphaned;
    }

    /** Whether no publication of another entry and no site part names it, open, closed or staged. One look-up in an index. */
    boolean isUnpublished(AssetId asset, EntryId entry) {
        return data.createQuery(
                                "select count(r) from PublicationReference r where r.target = :target and r.kind = :asset"
                                        + " and r.owner not in (select p.content from PublicationInterval p"
                                        + " where p.entryId = :entry)",
                                Long.class)
                        .setParameter("target", asset.value())
                        .setParameter("asset", PublicationReference.Kind.ASSET)
                        .setParameter("entry", entry.value())
                        .getSingleResult()
                == 0;
    }
}
