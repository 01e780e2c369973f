package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Element;

/** Rich text in its one normal form: semantic HTML from a small allow-list, described in {@code docs/content-types.md}.
 *  Every way in (editor, API, import, mail) goes through {@link #normalise}; nothing else may write rich text. */
public final class RichText {

    /** How often the passes may still change something before the text is taken as words only. Real texts need two. */
    private static final int MOST_PASSES = 6;

    public enum Kind {
        ENTRY,
        ASSET
    }

    /** A link to an entry, or an image or link to an asset. */
    public record Reference(Kind kind, UUID id) {}

    private RichText() {}

    /** The normal form of any HTML. The normal form of a normal form is itself, character by character.
     *  Words are kept; what cannot be said in the normal form is unwrapped, embedded pages become links to their source. */
    public static String normalise(String html) {
        String before = RichTextReader.readable(html);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String after = pass(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return pass(RichTextWriter.escape(text(before)));
    }

    /** What the text points at, in reading order, each once. */
    public static List<Reference> references(String html) {
        List<Reference> found = new ArrayList<>();
        if (html.contains("data-entry") || html.contains("data-asset")) {
            for (Element element : RichTextReader.parse(html).select("[data-entry],[data-asset]")) {
                addReference(found, Kind.ENTRY, element.attr("data-entry"));
                addReference(found, Kind.ASSET, element.attr("data-asset"));
            }
        }
        return List.copyOf(found);
    }

    /** The visible words: blocks end in a line break, mark-up is gone. */
    public static String text(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0 ? html : RichTextReader.words(html);
    }

    private static void addReference(List<Reference> found, Kind kind, String id) {
        if (RichTextReader.isId(id)) {
            Reference reference = new Reference(kind, UUID.fromString(id));
            if (!found.contains(reference)) {
                found.add(reference);
            }
        }
    }

    /** Read, write, let the sanitiser judge what was written, and write again what it let through. */
    private static String pass(String html) {
        String written = RichTextWriter.write(RichTextReader.read(html));
        return RichTextWriter.write(RichTextReader.read(RichTextGuard.sanitise(written)));
    }
}
