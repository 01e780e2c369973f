package nl.plein.api.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import nl.plein.api.delivery.ChangesJson;
import nl.plein.api.delivery.SiteDoor;
import nl.plein.api.delivery.SiteJson;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.ChangeFeed;
import nl.plein.cms.publishing.Overlay;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.site.image.Rendition;
import nl.plein.site.source.AssetFile;
import nl.plein.site.source.ChangePage;
import nl.plein.site.source.Source;
import tools.jackson.databind.JsonNode;

/** A site at one version as one viewer sees it, with something laid over what is published. To be read once, from nothing. */
final class OverlaidSource implements Source {

    private static final int PAGE = 500;

    private final SiteRef site;
    private final Viewer viewer;
    private final Overlay overlay;
    private final SiteJson siteJson;
    private final ChangeFeed feed;
    private final ChangesJson changesJson;

    OverlaidSource(
            SiteRef site, Viewer viewer, Overlay overlay, SiteJson siteJson, ChangeFeed feed, ChangesJson changesJson) {
        this.site = site;
        this.viewer = viewer;
        this.overlay = overlay;
        this.siteJson = siteJson;
        this.feed = feed;
        this.changesJson = changesJson;
    }

    @Override
    public String origin() {
        return "preview:" + site.agency() + "/" + site.id();
    }

    @Override
    public JsonNode site() {
        return siteJson.of(new SiteDoor.Visit(site, viewer, new SiteMoment(site.version())));
    }

    @Override
    public ChangePage changes(long after, OptionalLong until, Optional<String> cursor) {
        var page = feed.read(site.id(), after, site.version(), viewer, cursor.orElse(null), PAGE);
        return ChangePage.of(changesJson.of(site, viewer, overlay.over(page, viewer)));
    }

    @Override
    public InputStream asset(AssetFile asset) throws IOException {
        throw new IOException("files are fetched one by one, not with the site");
    }

    @Override
    public byte[] rendition(AssetFile asset, Rendition form) throws IOException {
        throw new IOException("files are fetched one by one, not with the site");
    }
}
