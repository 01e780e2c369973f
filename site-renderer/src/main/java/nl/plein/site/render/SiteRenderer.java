package nl.plein.site.render;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Site;
import nl.plein.site.model.SiteView;
import nl.plein.site.page.Edition;
import nl.plein.site.page.Links;
import nl.plein.site.source.Source;
import nl.plein.site.template.Templates;
import nl.plein.site.theme.SiteTheme;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeFile;
import nl.plein.site.tree.Blobs;
import nl.plein.site.tree.OutFolder;

/**
 * Renders sites in one theme, whose templates are parsed once. Safe for several threads; one render uses as many as its options say.
 * The same copy, theme and options give the same bytes, on every machine and at every time of day.
 */
public final class SiteRenderer {
    /** Part of every root: what another build of the renderer makes may differ. */
    public static final String BUILD = "plein-render/" + version();

    private final Theme theme;
    private final Templates templates;

    /** @throws nl.plein.site.kernel.Trouble naming the template that can't be parsed, and the line */
    public SiteRenderer(Theme theme) {
        this.theme = theme;
        Map<String, String> sources = new TreeMap<>();
        for (ThemeFile file : theme.under("templates")) {
            sources.put(file.path().substring("templates/".length()), file.text());
        }
        this.templates = new Templates(sources);
    }

    public Theme theme() {
        return theme;
    }

    /** @see StandingSite#render */
    public Rendered render(SiteCopy copy, Source source, Blobs blobs, Options options) {
        return StandingSite.once(this, options).render(copy, source, blobs, Optional.empty());
    }

    /** @see StandingSite#renderInto */
    public Summary renderInto(OutFolder folder, SiteCopy copy, Source source, Audience audience, Options options)
            throws IOException {
        return StandingSite.once(this, options).renderInto(Map.of(audience, folder), copy, source);
    }

    Edition edition(Site site, Audience audience, Options options) {
        Links links = new Links(options.basePath(), site.host());
        return new Edition(SiteView.of(site, audience), new SiteTheme(theme, site.theme()), templates, links);
    }

    private static String version() {
        String version = SiteRenderer.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
