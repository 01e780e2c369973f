package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** All assets of the agency. */
@ApplicationScoped
@Transactional
public class Assets {

    @Inject
    @AgencyData
    EntityManager data;

    public Optional<AssetRef> find(AssetId id) {
        return Optional.ofNullable(data.find(Asset.class, id.value())).map(Asset::ref);
    }

    /** @throws NotFound {@code unknown-asset} */
    public AssetRef get(AssetId id) {
        return find(id).orElseThrow(
                        () -> new NotFound("unknown-asset", "There is no asset with the id " + id + " here."));
    }

    /** Those of the ids that exist, in one query. */
    public Map<AssetId, AssetRef> findAll(Collection<AssetId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return data.createQuery("select a from Asset a where a.id in :ids", Asset.class)
                .setParameter("ids", ids.stream().map(AssetId::value).toList())
                .getResultStream()
                .map(Asset::ref)
                .collect(Collectors.toMap(AssetRef::id, Function.identity()));
    }

    public List<AssetRef> ofSite(SiteId site) {
        return data.createQuery("select a from Asset a where a.site = :site order by a.id", Asset.class)
                .setParameter("site", site.value())
                .getResultStream()
                .map(Asset::ref)
                .toList();
    }

    /** Of one site, oldest first, by keyset: give the last one of the page before. */
    public List<AssetRef> page(SiteId site, Optional<AssetId> after, int most) {
        return data.createQuery(
                        "select a from Asset a where a.site = :site and a.id > :after order by a.id", Asset.class)
                .setParameter("site", site.value())
                .setParameter("after", after.map(AssetId::value).orElse(new UUID(0, 0)))
                .setMaxResults(most)
                .getResultStream()
                .map(Asset::ref)
                .toList();
    }

    /** The names of all blobs that assets of the agency are made of, and those of their renditions. */
    public List<String> allBlobs() {
        List<String> blobs = new ArrayList<>(data.createQuery("select distinct a.sha256 from Asset a", String.class)
                .getResultList());
        blobs.addAll(data.createQuery(
                        "select r.sha256 from KeptRendition r where r.sha256 <> ''"
                                + " and r.original in (select a.sha256 from Asset a)",
                        String.class)
                .getResultList());
        return blobs;
    }

    /** Whether any asset still uses this blob. */
    public boolean uses(String sha256) {
        return data.createQuery("select count(a) from Asset a where a.sha256 = :sha", Long.class)
                        .setParameter("sha", sha256)
                        .getSingleResult()
                > 0;
    }
}
