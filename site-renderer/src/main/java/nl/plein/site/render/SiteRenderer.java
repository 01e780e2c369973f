package nl.plein.site.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Redirect;
import nl.plein.site.model.Site;
import nl.plein.site.model.SiteView;
import nl.plein.site.page.Edition;
import nl.plein.site.page.Links;
import nl.plein.site.page.LocalePaths;
import nl.plein.site.source.Source;
import nl.plein.site.template.Templates;
import nl.plein.site.theme.SiteTheme;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeFile;
import nl.plein.site.tree.Blobs;
import nl.plein.site.tree.OutFolder;
import nl.plein.site.tree.Root;
import nl.plein.site.tree.TreeNodes;

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

    /**
     * All trees of the site as blobs: first the files, then the folders, then the root. Killed in between, it leaves nothing but blobs
     * that nobody names.
     *
     * @param source where uploaded files come from that the blobs do not have yet
     * @throws RenderFailed if a page could not be made; there is no root then
     */
    public Rendered render(SiteCopy copy, Source source, Blobs blobs, Options options) {
        Site site = Site.of(copy);
        Timings timings = new Timings();
        Map<String, Root.Tree> trees = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        int pages = 0;
        BlobOutput all = new BlobOutput(blobs);
        try {
            for (Audience audience : site.audiences()) {
                Edition edition = edition(site, audience, options);
                BlobOutput output = all.anotherTree();
                TreeRun run = new TreeRun(edition, options, output, timings);
                pages += run.run(source);
                warnings.addAll(run.warnings());
                trees.put(audience.key(), tree(edition, output, blobs));
            }
            String root = new Root(site.id(), site.version(), theme.hash(), BUILD, trees).write(blobs);
            return new Rendered(
                    root,
                    new Summary(
                            site.version(),
                            pages,
                            all.written(),
                            all.unchanged(),
                            0,
                            all.bytes(),
                            timings.slowest(3),
                            warnings));
        } catch (IOException e) {
            throw new UncheckedIOException("The rendered site can't be stored", e);
        }
    }

    /**
     * One tree into a plain folder, which changes only when all pages have been made.
     *
     * @throws RenderFailed if a page could not be made
     */
    public Summary renderInto(OutFolder folder, SiteCopy copy, Source source, Audience audience, Options options)
            throws IOException {
        Site site = Site.of(copy);
        Timings timings = new Timings();
        TreeRun run = new TreeRun(edition(site, audience, options), options, new FolderOutput(folder), timings);
        try {
            int pages = run.run(source);
            OutFolder.Outcome outcome = folder.commit();
            return new Summary(
                    site.version(),
                    pages,
                    outcome.written(),
                    outcome.unchanged(),
                    outcome.removed(),
                    outcome.bytes(),
                    timings.slowest(3),
                    run.warnings());
        } catch (RuntimeException e) {
            folder.discard();
            throw e;
        }
    }

    private Edition edition(Site site, Audience audience, Options options) {
        Links links = new Links(options.basePath(), site.host());
        return new Edition(SiteView.of(site, audience), new SiteTheme(theme, site.theme()), templates, links);
    }

    private static Root.Tree tree(Edition edition, BlobOutput output, Blobs blobs) throws IOException {
        String node = TreeNodes.write(output.files(), blobs);
        byte[] redirects = redirects(edition.view().redirects());
        String table = Hashes.sha256(redirects);
        blobs.put(table, redirects);
        return new Root.Tree(node, table, answers(edition, output, "/404.html"), answers(edition, output, "/410.html"));
    }

    /** The pages of this name by locale, as far as the theme makes them. */
    private static Map<String, String> answers(Edition edition, BlobOutput output, String name) {
        LocalePaths paths = new LocalePaths(edition.site().locales());
        Map<String, String> answers = new TreeMap<>();
        for (String locale : edition.site().locales()) {
            String page = paths.in(locale, name);
            if (output.files().containsKey(page)) {
                answers.put(locale, page);
            }
        }
        return answers;
    }

    private static byte[] redirects(List<Redirect> redirects) {
        Map<String, Object> table = new TreeMap<>();
        redirects.forEach(redirect -> table.put(
                redirect.from(),
                redirect.status() == 410
                        ? Map.of("status", 410)
                        : Map.of("to", redirect.to(), "status", redirect.status())));
        return Json.canonical(table).getBytes(StandardCharsets.UTF_8);
    }

    private static String version() {
        String version = SiteRenderer.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
