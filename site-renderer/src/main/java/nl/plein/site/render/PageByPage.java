package nl.plein.site.render;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Redirect;
import nl.plein.site.model.Site;
import nl.plein.site.page.Artifacts;
import nl.plein.site.page.Edition;
import nl.plein.site.page.Made;
import nl.plein.site.page.Page;
import nl.plein.site.page.PageMaker;
import nl.plein.site.source.AssetFile;

/**
 * A site whose pages are made when somebody asks for them, and kept nowhere: the same pages that a tree would have, but for what only
 * machines read of a whole site (sitemaps, search indexes, tables of redirects). For several threads at once.
 */
public final class PageByPage {

    /** Addresses of uploaded files that are remembered. */
    private static final int MOST_MEDIA = 20_000;

    private final int size;
    private final String basePath;
    private final List<Tree> trees;

    /** The uploaded files that pages have named, by site path: only those are given out. */
    private final Map<String, AssetFile> media = new ConcurrentHashMap<>();

    /** What is at a path. */
    public sealed interface Answer {}

    /**
     * A page or a file.
     *
     * @param file   its path in a tree, which tells its type
     * @param status 200, or 404 or 410 for the page of the theme that says so
     */
    public record Content(String file, int status, byte[] bytes) implements Answer {}

    /** An uploaded file, or a form of it. */
    public record Upload(String file, AssetFile asset) implements Answer {}

    /** @param to a path under the base path, or an address */
    public record Moved(String to, int status) implements Answer {}

    /** Nothing, and the theme has no page for that. @param status 404 or 410 */
    public record Nothing(int status) implements Answer {}

    /** One audience's. */
    private record Tree(Edition edition, PageMaker maker, Map<String, byte[]> files, Map<String, Redirect> redirects) {

        static Tree of(Edition edition) {
            Map<String, byte[]> files = new HashMap<>();
            edition.theme()
                    .files()
                    .forEach((path, bytes) -> files.put(edition.territory().file(path), bytes));
            Map<String, Redirect> redirects = new LinkedHashMap<>();
            edition.redirects().forEach(redirect -> redirects.put(redirect.from(), redirect));
            return new Tree(edition, new PageMaker(edition), files, redirects);
        }

        boolean isOf(String path) {
            return edition.territory().isOfGroup() && edition.territory().covers(path);
        }
    }

    private PageByPage(int size, String basePath, List<Tree> trees) {
        this.size = size;
        this.basePath = basePath;
        this.trees = trees;
    }

    /**
     * Reads the copy, which may be closed then.
     *
     * @param audiences whose trees are shown: those of groups under their prefixes, and everywhere else the last one
     */
    public static PageByPage of(SiteRenderer renderer, SiteCopy copy, List<Audience> audiences, Options options) {
        Site site = Site.of(copy);
        audiences.forEach(site::refuseUnknown);
        return new PageByPage(
                site.size(),
                options.basePath(),
                audiences.stream()
                        .map(audience -> Tree.of(renderer.edition(site, audience, options)))
                        .toList());
    }

    /** How many entries are in memory. */
    public int size() {
        return size;
    }

    /** Knows the uploaded files that pages of an earlier state have named: a page that is open in a browser still asks for them. */
    public PageByPage after(PageByPage earlier) {
        media.putAll(earlier.media);
        return this;
    }

    /**
     * @param path of the site, without a slash at its end
     * @throws nl.plein.site.kernel.Trouble if the theme can't make the page
     */
    public Answer at(String path) {
        AssetFile asset = media.get(path);
        if (asset != null) {
            return new Upload(path, asset);
        }
        Tree tree =
                trees.stream().filter(one -> one.isOf(path)).findFirst().orElseGet(() -> trees.get(trees.size() - 1));
        byte[] file = tree.files().get(path);
        if (file != null) {
            return new Content(path, 200, file);
        }
        Optional<Page> page = tree.edition().map().at(path);
        if (page.isPresent()) {
            return make(tree, page.get(), page.get().kind().isAnswer() ? 404 : 200);
        }
        return beside(tree, path).or(() -> moved(tree, path)).orElseGet(() -> answer(tree, path, 404));
    }

    private Content make(Tree tree, Page page, int status) {
        Made made = tree.maker().make(page, tree.edition().view());
        if (media.size() > MOST_MEDIA) {
            media.clear();
        }
        media.putAll(made.media());
        return new Content(page.file(), status, made.bytes());
    }

    /** Feeds and calendars, which lie in the folder of their page. */
    private static Optional<Answer> beside(Tree tree, String path) {
        int cut = path.lastIndexOf('/');
        String folder = cut <= 0 ? "/" : path.substring(0, cut);
        Artifacts artifacts = new Artifacts(tree.edition());
        Optional<byte[]> ofPage = tree.edition()
                .map()
                .at(folder)
                .flatMap(page -> Optional.ofNullable(artifacts.ofPage(page).get(path)));
        return ofPage.or(() -> artifacts.ofList(folder).getOrDefault(path, Optional.empty()))
                .<Answer>map(bytes -> new Content(path, 200, bytes));
    }

    private Optional<Answer> moved(Tree tree, String path) {
        return Optional.ofNullable(tree.redirects().get(path))
                .map(redirect -> redirect.status() == 410
                        ? answer(tree, path, 410)
                        : new Moved(
                                redirect.to().startsWith("/") ? basePath + redirect.to() : redirect.to(),
                                redirect.status()));
    }

    /** What the theme says where there is no page, in the language of the path. */
    private Answer answer(Tree tree, String path, int status) {
        Edition edition = tree.edition();
        String locale = edition.paths().localeOf(path);
        return edition.map()
                .at(edition.territory().in(locale, "/" + status + ".html"))
                .or(() -> edition.map().at(edition.territory().in(locale, "/404.html")))
                .<Answer>map(page -> make(tree, page, status))
                .orElseGet(() -> new Nothing(status));
    }
}
