package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.AssetFilter;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.DescribedAsset;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;

/** Where files are used: in drafts, in what visitors see, and in site parts. */
@ApplicationScoped
@Transactional
public class FileUses {

    /** Places in drafts that are looked at, at most. */
    static final int MOST = 1_000;

    private static final int AT_ONCE = 500;

    @Inject
    Access access;

    @Inject
    Assets assets;

    @Inject
    References published;

    @Inject
    nl.plein.cms.content.References drafts;

    /** @param kind of a site part, such as {@code setting} */
    public record PartUse(String kind, String key) {}

    /**
     * Where a file is used.
     *
     * @param drafts    by title; at most {@value #MOST}
     * @param published pages and other publications that visitors see
     * @param hidden    how many translations use it that the caller is not to know of
     */
    public record Uses(
            List<nl.plein.cms.content.References.Use> drafts,
            List<PageRef> published,
            List<PartUse> parts,
            int hidden) {

        public boolean isEmpty() {
            return drafts.isEmpty() && published.isEmpty() && parts.isEmpty() && hidden == 0;
        }
    }

    /**
     * What the caller is not among the audience of is counted only.
     *
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-asset}
     */
    public Uses of(SiteId site, AssetId asset) {
        SiteRef ref = access.require(Permission.CONTENT_WRITE, site);
        assets.described(site, asset);
        Set<Audience> mine = access.viewerOf(ref).audiences();
        Set<TranslationKey> hidden = new HashSet<>();
        List<nl.plein.cms.content.References.Use> inDrafts = new ArrayList<>();
        drafts.usesOf(site, asset, MOST).forEach(use -> {
            if (mine.contains(use.audience())) {
                inDrafts.add(use);
            } else {
                hidden.add(use.translation());
            }
        });
        List<PageRef> pages = new ArrayList<>();
        published.toAsset(site, asset).forEach(page -> {
            if (mine.contains(page.audience())) {
                pages.add(page);
            } else {
                hidden.add(new TranslationKey(page.entry(), page.locale()));
            }
        });
        List<PartUse> parts = published.partsWith(site, asset).stream()
                .map(part -> new PartUse(part.kind().key(), part.key()))
                .toList();
        return new Uses(inDrafts, pages, parts, hidden.size());
    }

    /** Files that nothing uses, by keyset. Walks past all that are in use. */
    public List<DescribedAsset> unused(SiteId site, AssetFilter wanted, Optional<AssetId> after, int most) {
        List<DescribedAsset> found = new ArrayList<>();
        Optional<AssetId> from = after;
        while (true) {
            List<DescribedAsset> next = assets.page(site, wanted, from, AT_ONCE);
            List<AssetId> ids = next.stream().map(DescribedAsset::id).toList();
            Set<AssetId> inUse = new LinkedHashSet<>(drafts.named(site, ids));
            inUse.addAll(published.shown(site, ids));
            Stream<DescribedAsset> unused = next.stream().filter(one -> !inUse.contains(one.id()));
            found.addAll(unused.limit(most - found.size()).toList());
            if (next.size() < AT_ONCE || found.size() == most) {
                return found;
            }
            from = Optional.of(ids.get(ids.size() - 1));
        }
    }
}
