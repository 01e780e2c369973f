package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.AgencyData;

/** What published words and site parts refer to, as look-ups in an index. */
@ApplicationScoped
@Transactional
public class References {

    @Inject
    @AgencyData
    EntityManager data;

    /** Open publications that name this entry, whoever may see them. */
    public List<PageRef> toEntry(SiteId site, EntryId target) {
        return to(site, PublicationReference.Kind.ENTRY, target.value());
    }

    /** Open publications that name this asset, whoever may see them. */
    public List<PageRef> toAsset(SiteId site, AssetId target) {
        return to(site, PublicationReference.Kind.ASSET, target.value());
    }

    private List<PageRef> to(SiteId site, PublicationReference.Kind kind, UUID target) {
        return data.createQuery(
                        "select p from PublicationInterval p where p.site = :site and p.span.until = :open"
                                + " and p.content in (select r.owner from PublicationReference r"
                                + " where r.target = :target and r.kind = :kind) order by p.path, p.id",
                        PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN)
                .setParameter("target", target)
                .setParameter("kind", kind)
                .getResultStream()
                .map(PublicationInterval::page)
                .toList();
    }

    /** Those of the assets that an open publication or site part names, whoever may see it. */
    public Set<AssetId> shown(SiteId site, Collection<AssetId> assets) {
        if (assets.isEmpty()) {
            return Set.of();
        }
        Set<AssetId> shown = new HashSet<>();
        for (String owners : List.of(
                "PublicationInterval p where p.content = r.owner and p.site = :site and p.span.until = :open",
                "PartInterval p where p.id = r.owner and p.site = :site and p.until = :open")) {
            data.createQuery(
                            "select distinct r.target from PublicationReference r where r.kind = :kind"
                                    + " and r.target in :targets and exists (select p.id from " + owners + ")",
                            UUID.class)
                    .setParameter("kind", PublicationReference.Kind.ASSET)
                    .setParameter("targets", assets.stream().map(AssetId::value).toList())
                    .setParameter("site", site.value())
                    .setParameter("open", Versions.OPEN)
                    .getResultStream()
                    .forEach(id -> shown.add(new AssetId(id)));
        }
        return shown;
    }

    /** Open site parts that name this asset. */
    List<SitePart> partsWith(SiteId site, AssetId target) {
        return data.createQuery(
                        "select p from PartInterval p where p.site = :site and p.until = :open and p.id in"
                                + " (select r.owner from PublicationReference r where r.target = :target and r.kind = :kind)"
                                + " order by p.kind, p.partKey",
                        PartInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN)
                .setParameter("target", target.value())
                .setParameter("kind", PublicationReference.Kind.ASSET)
                .getResultStream()
                .map(PartInterval::part)
                .toList();
    }

    /**
     * Whether a publication that this viewer may see now, or a menu, setting or theme that is open, names the asset. With
     * {@code history.read} closed ones count, too. An asset of drafts only is seen by nobody here.
     */
    public boolean showAsset(AssetId asset, Viewer viewer) {
        return countPublications(asset, viewer) > 0 || countParts(asset, viewer) > 0;
    }

    private long countPublications(AssetId asset, Viewer viewer) {
        return data.createQuery(
                        "select count(p) from PublicationInterval p where p.span.until > :least"
                                + " and p.audience in :audiences and p.content in"
                                + " (select r.owner from PublicationReference r"
                                + " where r.target = :target and r.kind = :kind)",
                        Long.class)
                .setParameter("least", viewer.mayReadHistory() ? 0L : Versions.OPEN - 1)
                .setParameter("audiences", Sight.audiences(viewer))
                .setParameter("target", asset.value())
                .setParameter("kind", PublicationReference.Kind.ASSET)
                .getSingleResult();
    }

    private long countParts(AssetId asset, Viewer viewer) {
        return data.createQuery(
                        "select count(p) from PartInterval p where p.until > :least and p.id in"
                                + " (select r.owner from PublicationReference r"
                                + " where r.target = :target and r.kind = :kind)",
                        Long.class)
                .setParameter("least", viewer.mayReadHistory() ? 0L : Versions.OPEN - 1)
                .setParameter("target", asset.value())
                .setParameter("kind", PublicationReference.Kind.ASSET)
                .getSingleResult();
    }
}
