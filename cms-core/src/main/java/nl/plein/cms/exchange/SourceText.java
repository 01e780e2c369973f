package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.exchange.Archive.Unreadable;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text that the import itself has made out of another format, on its way from that format's reader: JSON with the front
 * matter that a file would have, and HTML.
 */
final class SourceText {

    /** Of the names of such files; the last part makes them HTML. */
    static final String ENDING = ".source.html";

    /** Members of what is given: the key of a type, a word of {@link SourceState}, sentences, and comments. */
    static final String TYPE = "type";

    static final String STATE = "state";
    static final String NOTES = "notes";
    static final String COMMENTS = "comments";

    private SourceText() {}

    /** @param values as front matter would have them @param given what front matter has no words for */
    static String of(ObjectNode values, ObjectNode given, String html) {
        ObjectNode text = Json.mapper().createObjectNode();
        text.set("values", values);
        text.set("given", given);
        text.put("html", html);
        return Json.write(text);
    }

    static FrontMatter read(String text) {
        try {
            JsonNode made = Json.parse(text);
            var notes = new ArrayList<String>();
            made.path("given").path(NOTES).forEach(note -> notes.add(note.asString()));
            return new FrontMatter(
                    (ObjectNode) made.path("values"), made.path("html").asString(""), List.copyOf(notes), (ObjectNode)
                            made.path("given"));
        } catch (Refusal tooLong) {
            throw new Unreadable("It is too long or too deep: " + tooLong.message());
        }
    }
}
