package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Deletes assets with all files that they were, in the transaction of the version that shows them no more. A sweep takes their blobs, unless others use them. */
@ApplicationScoped
public class DeleteAssets {

    @Inject
    @AgencyData
    EntityManager data;

    /** Idempotent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void perform(SiteId site, Collection<AssetId> assets) {
        if (assets.isEmpty()) {
            return;
        }
        for (String rows : List.of(
                "FormerFile a where a.site = :site and a.asset in :ids",
                "Asset a where a.site = :site and a.id in :ids")) {
            data.createQuery("delete from " + rows)
                    .setParameter("site", site.value())
                    .setParameter("ids", assets.stream().map(AssetId::value).toList())
                    .executeUpdate();
        }
    }
}
