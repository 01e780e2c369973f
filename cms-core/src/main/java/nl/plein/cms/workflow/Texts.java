package nl.plein.cms.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.plein.cms.model.FieldKind;
import nl.plein.cms.model.FieldValue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * What people read in a draft, field by field.
 *
 * @param body the text as HTML: rich text as it is, other texts as one paragraph
 */
record Texts(String pointer, FieldKind kind, Element body) {

    static final Set<FieldKind> KINDS = Set.of(FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.RICH_TEXT);
    private static final Evaluator PASSAGES =
            Selector.evaluatorOf("p, li, dt, dd, td, th, figcaption, summary, h1, h2, h3, h4, h5, h6");

    static Stream<Texts> in(List<FieldValue> values) {
        return values.stream()
                .filter(value -> value.value().isString())
                .map(value ->
                        of(value.pointer(), value.field().kind(), value.value().stringValue()));
    }

    static Texts of(String pointer, FieldKind kind, String text) {
        if (kind == FieldKind.RICH_TEXT) {
            return new Texts(pointer, kind, Jsoup.parseBodyFragment(text).body());
        }
        Element body = new Element("body");
        text.lines().forEach(line -> body.appendElement("p").text(line));
        return new Texts(pointer, kind, body);
    }

    boolean isRich() {
        return kind == FieldKind.RICH_TEXT;
    }

    /** Whether it is a single line, such as a title. */
    boolean isLine() {
        return kind == FieldKind.TEXT;
    }

    /** Paragraphs, items and cells, without what lies in passages inside of them. Code is not read. */
    Stream<String> passages() {
        return passageElements().map(Element::text).filter(words -> !words.isBlank());
    }

    /** The same as copies, with what marks their words. */
    Stream<Element> passageElements() {
        return body.select(PASSAGES).stream()
                .filter(passage -> passage.select(PASSAGES).size() == 1)
                .map(Texts::read);
    }

    /** All of it; passages are lines. */
    String all() {
        return String.join("\n", passages().toList());
    }

    private static Element read(Element passage) {
        Element copy = passage.clone();
        copy.select("code, pre").remove();
        return copy;
    }
}
