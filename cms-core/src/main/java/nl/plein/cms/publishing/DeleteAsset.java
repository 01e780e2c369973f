package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.DeleteAssets;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/** Deletes a file of a site for good, with all that it was before. What names it shows nothing in its place. */
@ApplicationScoped
public class DeleteAsset {

    /** Whether a file goes although something uses it. */
    public enum Force {
        ONLY_UNUSED,
        EVEN_IF_USED
    }

    private static final int MOST_NAMED = 100;

    @Inject
    Access access;

    @Inject
    Assets assets;

    @Inject
    FileUses fileUses;

    @Inject
    OpenWithFile openWithFile;

    @Inject
    DeleteAssets deleteAssets;

    @Inject
    MakeVersion makeVersion;

    @Inject
    Audit audit;

    /**
     * @param seen the asset's tag, or any
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-asset}
     * @throws Conflict                     {@code asset-in-use} with {@code uses} and {@code hidden}, unless forced
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     */
    public Receipt perform(SiteId site, AssetId asset, Force force, Seen seen) {
        access.require(Permission.CONTENT_PUBLISH, site);
        seen.refuseOther(assets.described(site, asset).tag());
        return makeVersion.perform(site, new Intent() {
            @Override
            public Act prepare(long batch, long version) {
                if (force == Force.ONLY_UNUSED) {
                    refuseUsed(fileUses.of(site, asset));
                }
                return act(site, batch, asset);
            }

            /** What begins to use it in between is in time to keep it. */
            @Override
            public boolean readsWholeSite() {
                return true;
            }

            @Override
            public void alongside() {
                seen.refuseOther(assets.described(site, asset).tag());
                deleteAssets.perform(site, List.of(asset));
                audit.record(
                        "media.file-deleted",
                        "asset/" + asset,
                        Json.mapper().createObjectNode().put("forced", force == Force.EVEN_IF_USED));
            }
        });
    }

    private Act act(SiteId site, long batch, AssetId asset) {
        List<PublicationInterval> open = openWithFile.of(site, asset);
        return new Act(
                "delete-file",
                openWithFile.again(batch, open, words -> words, ""),
                Map.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                0);
    }

    private static void refuseUsed(FileUses.Uses uses) {
        if (uses.isEmpty()) {
            return;
        }
        List<Map<String, String>> named = new ArrayList<>();
        uses.published().forEach(page -> named.add(use("published", page.entry() + "/" + page.locale(), page.title())));
        uses.drafts()
                .forEach(use -> named.add(use(
                        "draft",
                        use.translation().entry() + "/" + use.translation().locale(),
                        use.title())));
        uses.parts().forEach(part -> named.add(use(part.kind(), part.key(), "")));
        throw new Conflict(
                "asset-in-use",
                "This file is used: take it out of what uses it first, or say that it is to be deleted all the same.",
                List.of(),
                Map.of("uses", named.stream().distinct().limit(MOST_NAMED).toList(), "hidden", uses.hidden()));
    }

    private static Map<String, String> use(String where, String name, String title) {
        Map<String, String> use = new LinkedHashMap<>();
        use.put("where", where);
        use.put("name", name);
        use.put("title", title);
        return use;
    }
}
