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

    /** Characters of HTML that one text may become. */
    static final int LONGEST = 2 << 20;

    /** Marks of emphasis, links and code in one text. Each becomes an object while the text is read. */
    private static final int MOST_MARKS = 100_000;

    private static final String MARKS = "*_~[`";

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

    /** @throws Unreadable when the text is nested so deeply, or becomes so much longer, that no person wrote it */
    static String of(String markdown) {
        try {
            TableBounds.check(markdown);
            refuseManyMarks(markdown);
            var footnotes = Footnotes.of(markdown);
            var html = new Bounded();
            RENDERER.render(PARSER.parse(footnotes.text()), html);
            footnotes.list(html, note -> RENDERER.render(PARSER.parse(note), html));
            return html.text.toString();
        } catch (StackOverflowError e) {
            throw new Unreadable("Its text is nested too deeply.");
        }
    }

    private static void refuseManyMarks(String markdown) {
        if (markdown.chars().filter(c -> MARKS.indexOf(c) >= 0).count() > MOST_MARKS) {
            throw new Unreadable("Its text has more than " + MOST_MARKS + " marks of emphasis, links or code.");
        }
    }

    /** Takes no more than {@link #LONGEST}: a link that is defined once and used a thousand times makes much of little. */
    static final class Bounded implements Appendable {
        private final StringBuilder text = new StringBuilder();

        @Override
        public Bounded append(CharSequence more) {
            return append(more, 0, more.length());
        }

        @Override
        public Bounded append(CharSequence more, int start, int end) {
            if (text.length() + (end - start) > LONGEST) {
                throw new Unreadable("Its text becomes longer than " + LONGEST + " characters of HTML.");
            }
            text.append(more, start, end);
            return this;
        }

        @Override
        public Bounded append(char more) {
            return append(String.valueOf(more));
        }
    }
}
