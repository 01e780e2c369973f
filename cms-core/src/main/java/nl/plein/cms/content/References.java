package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.TypeUse;
import nl.plein.cms.tenancy.AgencyData;

/** Who points at what, both ways, by the newest drafts. */
@ApplicationScoped
@Transactional
public class References implements TypeUse {

    /** A draft points at something. @param place JSON Pointer into its fields */
    public record Use(TranslationKey translation, Audience audience, String title, String place) {}

    /** What a draft points at. @param kind {@code entry} or {@code asset}; @param place JSON Pointer into its fields */
    public record Target(String kind, UUID id, String place) {}

    @Inject
    @AgencyData
    EntityManager data;

    /** Where an entry is used: at most so many places of entries that are not in the trash. */
    public List<Use> usesOf(SiteId site, EntryId entry, int most) {
        return uses(site, Reference.ENTRY, entry.value(), most);
    }

    /** All of them. */
    public List<Use> allUsesOf(SiteId site, EntryId entry) {
        return uses(site, Reference.ENTRY, entry.value(), Integer.MAX_VALUE);
    }

    /** Entries that lie under this one; not those in the trash. */
    public long under(SiteId site, EntryId entry) {
        return data.createQuery(
                        "select count(e) from Entry e where e.site = :site and e.parent = :parent and e.deletedAt is null",
                        Long.class)
                .setParameter("site", site.value())
                .setParameter("parent", entry.value())
                .getSingleResult();
    }

    public List<Use> usesOf(SiteId site, AssetId asset, int most) {
        return uses(site, Reference.ASSET, asset.value(), most);
    }

    /** Those of the assets that a draft names; drafts in the trash don't count. */
    public Set<AssetId> named(SiteId site, Collection<AssetId> assets) {
        if (assets.isEmpty()) {
            return Set.of();
        }
        return data.createQuery(
                        "select distinct r.target from Reference r, Entry e where e.id = r.entry and e.deletedAt is null"
                                + " and r.site = :site and r.kind = :kind and r.target in :targets",
                        UUID.class)
                .setParameter("site", site.value())
                .setParameter("kind", Reference.ASSET)
                .setParameter("targets", assets.stream().map(AssetId::value).toList())
                .getResultStream()
                .map(AssetId::new)
                .collect(Collectors.toSet());
    }

    public List<Target> targetsOf(SiteId site, TranslationKey key) {
        return data.createQuery(
                        "select r from Reference r where r.site = :site and r.entry = :entry and r.locale = :locale"
                                + " and r.kind <> :block order by r.place",
                        Reference.class)
                .setParameter("site", site.value())
                .setParameter("entry", key.entry().value())
                .setParameter("locale", key.locale())
                .setParameter("block", Reference.BLOCK)
                .getResultStream()
                .map(reference -> new Target(reference.kind(), reference.target(), reference.place()))
                .toList();
    }

    @Override
    public long countOf(ContentType type) {
        String query = type.isBlock()
                ? "select count(distinct r.entry) from Reference r where r.target = :of"
                : "select count(e) from Entry e where e.type = :of";
        return data.createQuery(query, Long.class)
                .setParameter("of", type.isBlock() ? Reference.blockId(type.key()) : type.key())
                .getSingleResult();
    }

    private List<Use> uses(SiteId site, String kind, UUID target, int most) {
        return data.createQuery(
                        "select r.entry, r.locale, e.audience, t.title, r.place from Reference r, Translation t, Entry e"
                                + " where t.id = r.translation and e.id = r.entry and e.deletedAt is null"
                                + " and r.site = :site and r.kind = :kind and r.target = :target"
                                + " order by t.title, r.locale, r.place",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("kind", kind)
                .setParameter("target", target)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Use(
                        new TranslationKey(new EntryId((UUID) row[0]), (String) row[1]),
                        Audience.of((String) row[2]),
                        (String) row[3],
                        (String) row[4]))
                .toList();
    }
}
