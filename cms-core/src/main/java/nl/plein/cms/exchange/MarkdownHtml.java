package nl.plein.cms.exchange;

import java.util.List;
import nl.plein.cms.exchange.Archive.Unreadable;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark 0.31 with tables, strikethrough and footnotes, to HTML. HTML in the source passes through as it is: the normal
 * form of rich text cleans it afterwards, as it cleans what comes in by any other door.
 */
final class MarkdownHtml {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());
    private static final int DEEPEST = 60;
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(false).build();

    private MarkdownHtml() {}

    /** @throws Unreadable when the text is nested so deeply that no person wrote it */
    static String of(String markdown) {
        try {
            var footnotes = Footnotes.of(markdown);
            String html = RENDERER.render(PARSER.parse(footnotes.text()));
            return html + footnotes.list(note -> RENDERER.render(PARSER.parse(note)));
        } catch (StackOverflowError e) {
            throw new Unreadable("Its text is nested too deeply.");
        }
    }
}
