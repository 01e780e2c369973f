package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Deletes assets that nothing names any more, for an erasure, in its transaction. A sweep takes their blobs, unless others use them. */
@ApplicationScoped
public class DeleteAssets {

    @Inject
    @AgencyData
    EntityManager data;

    /** Idempotent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void perform(SiteId site, Collection<AssetId> assets) {
        if (!assets.isEmpty()) {
            data.createQuery("delete from Asset a where a.site = :site and a.id in :ids")
                    .setParameter("site", site.value())
                    .setParameter("ids", assets.stream().map(AssetId::value).toList())
                    .executeUpdate();
        }
    }
}
