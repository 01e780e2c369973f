package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.tenancy.AgencyData;

/** Says what a file is. Nothing of it is on a page by itself: editors take it over where they use the file. */
@ApplicationScoped
public class DescribeAsset {

    @Inject
    @AgencyData
    EntityManager data;

    /**
     * @throws NotFound {@code unknown-asset}
     * @throws Stale    {@code precondition-failed}
     */
    @Transactional
    public DescribedAsset perform(SiteId site, AssetId id, AssetWords words, Seen seen) {
        Asset asset = data.find(Asset.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (asset == null || !asset.ref().site().equals(site)) {
            throw new NotFound("unknown-asset", "There is no asset with this id on this site.");
        }
        data.refresh(asset, LockModeType.PESSIMISTIC_WRITE);
        seen.refuseOther(asset.described().tag());
        if (!asset.described().words().equals(words)) {
            asset.describe(words);
        }
        return asset.described();
    }
}
