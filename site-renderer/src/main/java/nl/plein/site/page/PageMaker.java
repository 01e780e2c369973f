package nl.plein.site.page;

import java.nio.charset.StandardCharsets;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.model.ReadKeys;
import nl.plein.site.model.Reads;
import nl.plein.site.page.Page.Kind;
import nl.plein.site.template.OutputGuard;

/** From a page to its bytes and the files that it names. */
public final class PageMaker {
    private final Edition edition;

    public PageMaker(Edition edition) {
        this.edition = edition;
    }

    /**
     * @param reads where the page's data come from; a recorder may stand between
     * @throws Trouble naming template, line, page and entry
     */
    public Made make(Page page, Reads reads) {
        String template = templateOf(page);
        page.entry().ifPresent(own -> reads.note(ReadKeys.wholeEntry(own.locale(), own.id())));
        PageScope scope = new PageScope(edition, page, reads);
        String html = edition.templates()
                .render(template, new Root(scope, page.entry().orElse(null), null));
        OutputGuard.objection(html).ifPresent(objection -> {
            throw new Trouble("templates/" + template + " (" + page.subject() + "): " + objection);
        });
        return new Made(html.getBytes(StandardCharsets.UTF_8), scope.media().used());
    }

    /** The template that a page is made with: its own, or the one that serves all of its kind. */
    public String templateOf(Page page) {
        String type = page.entry().map(entry -> entry.type()).orElse("");
        String list = page.list().map(Listing::key).orElse("");
        return switch (page.kind()) {
            case ENTRY -> edition.firstTemplate(type + ".html", "entry.html").orElse("entry.html");
            case GROUP -> edition.firstTemplate("group.html", "home.html").orElse("home.html");
            case HOME -> edition.firstTemplate("home.html").orElse("home.html");
            case LIST -> edition.firstTemplate(list + ".list.html", "list.html").orElse("list.html");
            case SEARCH -> "search.html";
            case NOT_FOUND -> "404.html";
            case GONE -> "410.html";
        };
    }

    /** Whether this page belongs in sitemap and search index. */
    public static boolean isListed(Page page) {
        return !page.kind().isAnswer() && page.kind() != Kind.SEARCH;
    }
}
