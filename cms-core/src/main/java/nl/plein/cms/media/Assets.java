package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** @throws NotFound {@code unknown-asset} also if it lies on another site */
    public DescribedAsset described(SiteId site, AssetId id) {
        Asset asset = data.find(Asset.class, id.value());
        if (asset == null || !asset.ref().site().equals(site)) {
            throw new NotFound("unknown-asset", "There is no asset with this id on this site.");
        }
        return asset.described();
    }

    /** Those of one site that are wanted, by keyset: give the last one of the page before. */
    public List<DescribedAsset> page(SiteId site, AssetFilter wanted, Optional<AssetId> after, int most) {
        boolean newest = wanted.order() == AssetOrder.NEWEST;
        StringBuilder query = new StringBuilder("select a from Asset a where a.site = :site");
        after.ifPresent(last -> query.append(newest ? " and a.id < :after" : " and a.id > :after"));
        wanted.kind()
                .ifPresent(kind -> query.append(
                        kind == AssetKind.PICTURE ? " and a.mediaType like :kind" : " and a.mediaType not like :kind"));
        wanted.text()
                .ifPresent(text -> query.append(" and (lower(a.file) like :text escape '!'"
                        + " or lower(a.title) like :text escape '!' or lower(a.credit) like :text escape '!'"
                        + " or lower(a.licence) like :text escape '!' or lower(a.altWords) like :text escape '!')"));
        TypedQuery<Asset> typed = data.createQuery(
                        query.append(newest ? " order by a.id desc" : " order by a.id")
                                .toString(),
                        Asset.class)
                .setParameter("site", site.value())
                .setMaxResults(most);
        after.ifPresent(last -> typed.setParameter("after", last.value()));
        wanted.kind().ifPresent(kind -> typed.setParameter("kind", AssetKind.PICTURES + "%"));
        wanted.text().ifPresent(text -> typed.setParameter("text", containing(text)));
        return typed.getResultStream().map(Asset::described).toList();
    }

    private static String containing(String words) {
        String escaped = words.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }

    /** What it is and what it was, newest first. @throws NotFound {@code unknown-asset} */
    public List<FileVersion> filesOf(SiteId site, AssetId id) {
        DescribedAsset now = described(site, id);
        List<FileVersion> files = new ArrayList<>();
        files.add(new FileVersion(now.number(), now.file(), null));
        data.createQuery("select f from FormerFile f where f.asset = :asset", FormerFile.class)
                .setParameter("asset", id.value())
                .getResultStream()
                .map(FormerFile::version)
                .forEach(files::add);
        files.sort(Comparator.comparingInt(FileVersion::number).reversed());
        return files;
    }

    /** Whether it was called so before it was replaced: links from elsewhere still lead to it. */
    public boolean hadName(AssetId id, String file) {
        return data.createQuery(
                                "select count(f) from FormerFile f where f.asset = :asset and f.file = :file",
                                Long.class)
                        .setParameter("asset", id.value())
                        .setParameter("file", file)
                        .getSingleResult()
                > 0;
    }

    /** The names of all blobs that assets of the agency are or were, and those of their renditions. */
    public List<String> allBlobs() {
        List<String> blobs = new ArrayList<>(data.createQuery("select distinct a.sha256 from Asset a", String.class)
                .getResultList());
        blobs.addAll(data.createQuery("select distinct f.sha256 from FormerFile f", String.class)
                .getResultList());
        blobs.addAll(data.createQuery(
                        "select r.sha256 from KeptRendition r where r.sha256 <> ''"
                                + " and r.original in (select a.sha256 from Asset a)",
                        String.class)
                .getResultList());
        return blobs;
    }

    /** Whether any asset is, or was, this blob. */
    public boolean uses(String sha256) {
        return Stream.of("Asset", "FormerFile")
                .anyMatch(rows ->
                        data.createQuery("select count(a) from " + rows + " a where a.sha256 = :sha", Long.class)
                                        .setParameter("sha", sha256)
                                        .getSingleResult()
                                > 0);
    }
}
