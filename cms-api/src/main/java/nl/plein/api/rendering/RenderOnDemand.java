package nl.plein.api.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.plein.api.delivery.ChangesJson;
import nl.plein.api.delivery.SiteJson;
import nl.plein.api.pictures.RenditionShelf;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.RenditionRef;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.ChangeFeed;
import nl.plein.cms.publishing.Overlay;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.model.Site;
import nl.plein.site.render.Options;
import nl.plein.site.render.PageByPage;
import nl.plein.site.source.AssetFile;

/** Makes pages of a site with something laid over what is published, by the theme that the site wears. Nothing is stored. */
@ApplicationScoped
public class RenderOnDemand {

    /** Above this, what is read lies in a file until the site is made of it. */
    private static final int MANY = 5_000;

    @Inject
    Settings settings;

    @Inject
    SiteJson siteJson;

    @Inject
    ChangeFeed feed;

    @Inject
    ChangesJson changesJson;

    @Inject
    BlobStore blobs;

    @Inject
    RenditionShelf shelf;

    @Inject
    Themes themes;

    /**
     * One site at a time, as reading takes memory for as long as it lasts.
     *
     * @param audience whose tree is shown; beside that of a group, everybody's
     * @param pages    about how many there are
     * @throws nl.plein.site.kernel.Trouble if the theme is not there or not sound, or there is no such group
     */
    public synchronized PageByPage of(
            SiteRef site, Viewer viewer, Audience audience, Overlay overlay, int pages, String basePath) {
        var source = new OverlaidSource(site, viewer, overlay, siteJson, feed, changesJson);
        List<nl.plein.site.model.Audience> trees = new ArrayList<>();
        trees.add(nl.plein.site.model.Audience.of(audience.value()));
        if (audience.isGroup()) {
            trees.add(nl.plein.site.model.Audience.EVERYONE);
        }
        return pages <= MANY
                ? read(SiteCopy.inMemory(), source, trees, basePath)
                : throughFile(source, trees, basePath);
    }

    private PageByPage throughFile(OverlaidSource source, List<nl.plein.site.model.Audience> trees, String basePath) {
        try {
            Path folder = Files.createDirectories(settings.dataFolder().resolve("renderer"));
            Path file = Files.createTempFile(folder, "preview", ".copy");
            Files.delete(file);
            try {
                return read(SiteCopy.open(file, source.origin()), source, trees, basePath);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a preview can't be read", e);
        }
    }

    private PageByPage read(
            SiteCopy copy, OverlaidSource source, List<nl.plein.site.model.Audience> trees, String basePath) {
        try (copy) {
            new Sync(source, copy).toNewest();
            return PageByPage.of(
                    themes.renderer(Site.themeName(copy)),
                    copy,
                    trees,
                    Options.usual().withBasePath(basePath));
        }
    }

    /** @throws FileNotFoundException if it is not in the store */
    public InputStream open(SiteRef site, AssetFile asset) throws IOException {
        String blob = asset.sha256();
        if (asset.form() != null
                && shelf.forFollower(site.agency(), asset.sha256(), asset.form()) instanceof RenditionRef.Made made) {
            blob = made.sha256();
        }
        return blobs.open(blob).orElseThrow(() -> new FileNotFoundException("no file " + asset.file()));
    }
}
