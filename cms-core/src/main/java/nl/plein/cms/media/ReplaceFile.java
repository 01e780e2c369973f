package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.tenancy.AgencyData;

/**
 * Gives an asset another file under the same id and keeps the one it had. First what is to become of it is worked out; then it is done
 * in the transaction that shows it to visitors.
 */
@ApplicationScoped
public class ReplaceFile {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    BlobStore blobs;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * With bytes that were stored by {@link StoreAsset#bytes}. The asset keeps its name; the extension follows the content.
     *
     * @throws NotFound {@code unknown-asset}
     * @throws Invalid  {@code file-too-large}, {@code file-empty}
     * @throws Conflict {@code other-kind} if a picture was to become a document, or a document a picture
     */
    @Transactional
    public Replacement by(SiteId site, AssetId id, BlobStore.Stored stored) {
        Asset asset = find(site, id);
        AssetRef was = asset.ref();
        NewFile found = NewFile.of(blobs, was.file(), stored);
        AssetKind kind = AssetKind.ofMediaType(was.mediaType());
        if (kind != AssetKind.ofMediaType(found.mediaType())) {
            throw new Conflict(
                    "other-kind",
                    "Pages show this file as a " + kind.key() + ": replace it by another " + kind.key()
                            + ", or upload the new file beside it.");
        }
        boolean keeps = Replacement.hasSameProportions(was, found);
        var after = new AssetRef(
                id,
                site,
                found.file(),
                found.mediaType(),
                found.size(),
                found.sha256(),
                found.width(),
                found.height(),
                keeps ? was.focus() : null);
        int number = asset.described().number();
        return new Replacement(
                was, after, number, highest(id, number) + 1, Replacement.put(was.focus(), after.focus()));
    }

    /**
     * With a file that it was before, together with the focal point of then.
     *
     * @throws NotFound {@code unknown-asset}, {@code unknown-file}
     */
    @Transactional
    public Replacement byFormer(SiteId site, AssetId id, int number) {
        Asset asset = find(site, id);
        AssetRef was = asset.ref();
        int current = asset.described().number();
        AssetRef after = number == current ? was : former(id, number).ref();
        return new Replacement(was, after, current, number, Replacement.put(was.focus(), after.focus()));
    }

    /**
     * Does it.
     *
     * @throws NotFound {@code unknown-asset}
     * @throws Stale    {@code precondition-failed} if the asset is not as it was seen, or was replaced in the meantime
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void perform(Replacement replacement, Seen seen) {
        AssetId id = replacement.before().id();
        Asset asset = data.find(Asset.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (asset == null) {
            throw unknown();
        }
        data.refresh(asset, LockModeType.PESSIMISTIC_WRITE);
        seen.refuseOther(asset.described().tag());
        if (replacement.changesNothing()) {
            return;
        }
        if (asset.described().number() != replacement.wasNumber()) {
            throw new Stale(Seen.REFUSED, "Somebody else has replaced this file just now: look at it first.");
        }
        data.createQuery("delete from FormerFile f where f.asset = :asset and f.number = :number")
                .setParameter("asset", id.value())
                .setParameter("number", replacement.isNumber())
                .executeUpdate();
        data.persist(asset.former(ids.next(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        asset.become(replacement.after(), replacement.isNumber());
    }

    private int highest(AssetId id, int current) {
        Integer former = data.createQuery(
                        "select max(f.number) from FormerFile f where f.asset = :asset", Integer.class)
                .setParameter("asset", id.value())
                .getSingleResult();
        return former == null ? current : Math.max(former, current);
    }

    private FormerFile former(AssetId id, int number) {
        return data.createQuery(
                        "select f from FormerFile f where f.asset = :asset and f.number = :number", FormerFile.class)
                .setParameter("asset", id.value())
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "unknown-file",
                        "This asset never had a file with the number " + number + ": ask for its files."));
    }

    private Asset find(SiteId site, AssetId id) {
        Asset asset = data.find(Asset.class, id.value());
        if (asset == null || !asset.ref().site().equals(site)) {
            throw unknown();
        }
        return asset;
    }

    private static NotFound unknown() {
        return new NotFound("unknown-asset", "There is no asset with this id on this site.");
    }
}
