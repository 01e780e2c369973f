package nl.plein.api.rendering;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.plein.api.delivery.ChangesJson;
import nl.plein.api.delivery.SiteDoor;
import nl.plein.api.delivery.SiteJson;
import nl.plein.api.pictures.RenditionShelf;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.RenditionRef;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.ChangeFeed;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.site.image.Rendition;
import nl.plein.site.source.AssetFile;
import nl.plein.site.source.ChangePage;
import nl.plein.site.source.Source;
import tools.jackson.databind.JsonNode;

/** A site as somebody sees it who is a colleague and in all its groups, so that all its trees can be made; without HTTP in between. */
final class ServerSource implements Source {

    private static final int PAGE = 500;
    private final SiteRef site;
    private final Sites sites;
    private final SiteParts parts;
    private final SiteJson siteJson;
    private final ChangeFeed feed;
    private final ChangesJson changesJson;
    private final BlobStore blobs;
    private final RenditionShelf shelf;

    ServerSource(
            SiteRef site,
            Sites sites,
            SiteParts parts,
            SiteJson siteJson,
            ChangeFeed feed,
            ChangesJson changesJson,
            BlobStore blobs,
            RenditionShelf shelf) {
        this.shelf = shelf;
        this.site = site;
        this.sites = sites;
        this.parts = parts;
        this.siteJson = siteJson;
        this.feed = feed;
        this.changesJson = changesJson;
        this.blobs = blobs;
    }

    /** What groups leave behind is told to whoever was in them. */
    Viewer viewer() {
        Set<Audience> audiences = new HashSet<>(Set.of(Audience.EVERYONE, Audience.GOVERNMENT, Audience.AGENCY));
        audiences.addAll(parts.audiencesOfGroups(site.id()));
        return new Viewer(Optional.empty(), audiences, false);
    }

    @Override
    public String origin() {
        return "server:" + site.agency() + "/" + site.id();
    }

    @Override
    public JsonNode site() {
        SiteRef now = sites.get(site.id());
        return siteJson.of(new SiteDoor.Visit(now, viewer(), new SiteMoment(now.version())));
    }

    @Override
    public ChangePage changes(long after, OptionalLong until, Optional<String> cursor) {
        try {
            // First the version, then the groups: one that comes in between is for the next read.
            long end = until.orElseGet(() -> sites.get(site.id()).version());
            Viewer viewer = viewer();
            var page = feed.read(site.id(), after, end, viewer, cursor.orElse(null), PAGE);
            return ChangePage.of(changesJson.of(site, viewer, page));
        } catch (Stale | Invalid forgotten) {
            throw new Forgotten(forgotten.message());
        }
    }

    @Override
    public byte[] rendition(AssetFile asset, Rendition form) throws IOException {
        RenditionRef ref = shelf.forFollower(site.agency(), asset.sha256(), form);
        String blob = ref instanceof RenditionRef.Made made ? made.sha256() : asset.sha256();
        try (InputStream in =
                blobs.open(blob).orElseThrow(() -> new FileNotFoundException("no file " + asset.file()))) {
            return in.readAllBytes();
        }
    }

    @Override
    public InputStream asset(AssetFile asset) throws IOException {
        return blobs.open(asset.sha256()).orElseThrow(() -> new FileNotFoundException("no file " + asset.file()));
    }
}
