package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.ReplaceFile;
import nl.plein.cms.media.Replacement;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/**
 * Gives an asset another file under the same id. Whatever visitors see with it shows the new one from the next version on; the file
 * that it was is kept and can be put back. Whoever replaces a file must be allowed to publish.
 */
@ApplicationScoped
public class ReplaceAsset {

    /** @param receipt of the version; of none if visitors see nothing of it */
    public record Replaced(Receipt receipt, Replacement.Focus focalPoint) {}

    @Inject
    Access access;

    @Inject
    ReplaceFile replaceFile;

    @Inject
    OpenWithFile openWithFile;

    @Inject
    MakeVersion makeVersion;

    @Inject
    Audit audit;

    /**
     * @param stored bytes, stored before and kept from being swept until this returns
     * @param seen   the asset's tag, or any
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-asset}
     * @throws nl.plein.cms.kernel.Invalid  {@code file-too-large}, {@code file-empty}
     * @throws nl.plein.cms.kernel.Conflict {@code other-kind} if a picture was to become a document, or a document a picture
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     */
    public Replaced perform(SiteId site, AssetId asset, BlobStore.Stored stored, Seen seen) {
        access.require(Permission.CONTENT_PUBLISH, site);
        return replace(site, replaceFile.by(site, asset, stored), seen);
    }

    /**
     * Puts a file back that the asset was before.
     *
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-asset}, {@code unknown-file}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     */
    public Replaced putBack(SiteId site, AssetId asset, int number, Seen seen) {
        access.require(Permission.CONTENT_PUBLISH, site);
        return replace(site, replaceFile.byFormer(site, asset, number), seen);
    }

    private Replaced replace(SiteId site, Replacement replacement, Seen seen) {
        Receipt receipt = makeVersion.perform(site, new Intent() {
            @Override
            public Act prepare(long batch, long version) {
                return act(site, batch, replacement);
            }

            /** What opens with the file in between must be told of it, too. */
            @Override
            public boolean readsWholeSite() {
                return true;
            }

            @Override
            public void alongside() {
                replaceFile.perform(replacement, seen);
                if (!replacement.changesNothing()) {
                    record(replacement);
                }
            }
        });
        return new Replaced(receipt, replacement.focalPoint());
    }

    private Act act(SiteId site, long batch, Replacement replacement) {
        AssetId asset = replacement.before().id();
        List<PublicationInterval> open = replacement.changesNothing() ? List.of() : openWithFile.of(site, asset);
        return new Act(
                "replace-file",
                openWithFile.again(
                        batch,
                        open,
                        words -> FocalPoints.moved(
                                words,
                                asset,
                                replacement.before().focus(),
                                replacement.after().focus()),
                        replacement.after().sha256()),
                Map.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                0);
    }

    private void record(Replacement replacement) {
        audit.record(
                "media.file-replaced",
                "asset/" + replacement.before().id(),
                Json.mapper()
                        .createObjectNode()
                        .put("was", replacement.wasNumber())
                        .put("is", replacement.isNumber())
                        .put("sha256", replacement.after().sha256()));
    }
}
