package nl.plein.cms.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.plein.cms.model.FieldKind;
import nl.plein.cms.model.FieldValue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What people read in a draft, field by field.
 *
 * @param body the text as HTML: rich text as it is, other texts as one paragraph
 */
record Texts(String pointer, boolean isRich, Element body) {

    static final Set<FieldKind> KINDS = Set.of(FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.RICH_TEXT);
    private static final String PASSAGES = "p, li, dt, dd, td, th, figcaption, summary, h1, h2, h3, h4, h5, h6";

    static Stream<Texts> in(List<FieldValue> values) {
        return values.stream()
                .filter(value -> value.value().isString())
                .map(value ->
                        of(value.pointer(), value.field().kind(), value.value().stringValue()));
    }

    static Texts of(String pointer, FieldKind kind, String text) {
        if (kind == FieldKind.RICH_TEXT) {
            return new Texts(pointer, true, Jsoup.parseBodyFragment(text).body());
        }
        Element body = new Element("body");
        text.lines().forEach(line -> body.appendElement("p").text(line));
        return new Texts(pointer, false, body);
    }

    /** Paragraphs, items and cells, without what lies in passages inside of them. Code is not read. */
    Stream<String> passages() {
        return body.select(PASSAGES).stream()
                .filter(passage -> passage.select(PASSAGES).size() == 1)
                .map(Texts::read)
                .filter(words -> !words.isBlank());
    }

    /** All of it; passages are lines. */
    String all() {
        return String.join("\n", passages().toList());
    }

    private static String read(Element passage) {
        Element copy = passage.clone();
        copy.select("code, pre").remove();
        return copy.text();
    }
}
