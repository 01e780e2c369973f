package nl.plein.cms.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.plein.cms.model.FieldKind;
import nl.plein.cms.model.FieldValue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a draft leads to, in the order of its fields. */
final class NamedTargets {

    static final Set<FieldKind> KINDS = Set.of(
            FieldKind.RICH_TEXT,
            FieldKind.TAGS,
            FieldKind.REFERENCE,
            FieldKind.REFERENCES,
            FieldKind.LINK,
            FieldKind.ASSET);

    /**
     * One place that leads somewhere.
     *
     * @param pointer JSON Pointer of the field
     * @param words   of the link; empty for a field and for a picture
     */
    record Target(String pointer, UUID id, boolean isAsset, String words) {}

    private NamedTargets() {}

    static List<Target> in(List<FieldValue> values) {
        List<Target> targets = new ArrayList<>();
        for (FieldValue value : values) {
            if (value.field().kind() == FieldKind.RICH_TEXT) {
                ofText(value.pointer(), value.value().asString(""), targets);
            } else {
                NamedIds named = NamedIds.in(value.value());
                named.entries().forEach(id -> targets.add(new Target(value.pointer(), id, false, "")));
                named.assets().forEach(id -> targets.add(new Target(value.pointer(), id, true, "")));
            }
        }
        return targets;
    }

    private static void ofText(String pointer, String html, List<Target> targets) {
        if (!html.contains("data-")) {
            return;
        }
        for (Element element : Jsoup.parseBodyFragment(html).body().select("[data-entry], [data-asset]")) {
            Stream.of("data-entry", "data-asset")
                    .filter(name -> NamedIds.isId(element.attr(name)))
                    .forEach(name -> targets.add(new Target(
                            pointer,
                            UUID.fromString(element.attr(name)),
                            name.equals("data-asset"),
                            element.text().strip())));
        }
    }
}
