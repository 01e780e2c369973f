package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import org.jspecify.annotations.Nullable;

/** Says what must stay in a picture when it is cut. Pages show it from the next time on that they are published. Idempotent. */
@ApplicationScoped
public class SetFocalPoint {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Audit audit;

    /**
     * @param point null for the middle
     * @throws NotFound {@code unknown-asset}
     * @throws Conflict {@code no-picture}
     */
    @Transactional
    public DescribedAsset perform(SiteId site, AssetId id, @Nullable FocalPoint point) {
        Asset asset = data.find(Asset.class, id.value());
        if (asset == null || !asset.ref().site().equals(site)) {
            throw new NotFound("unknown-asset", "There is no asset with this id on this site.");
        }
        if (asset.ref().width() == 0) {
            throw new Conflict("no-picture", "Only a picture has a focal point: this file is none.");
        }
        asset.focusOn(point);
        audit.record("media.set-focal-point", "asset/" + id, Json.mapper().createObjectNode());
        return asset.described();
    }
}
