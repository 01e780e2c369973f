package nl.plein.cms.content;

import java.util.List;
import java.util.Map;

/** A piece of rich text on its way from the reader to the writer. */
sealed interface RichTextNode {

    record Text(String text) implements RichTextNode {}

    /** @param attributes only those that the normal form knows; the writer puts them in its order */
    record Element(String name, Map<String, String> attributes, List<RichTextNode> content) implements RichTextNode {

        public Element {
            attributes = Map.copyOf(attributes);
            content = List.copyOf(content);
        }

        boolean is(String other) {
            return name.equals(other);
        }

        boolean isPlain() {
            return attributes.isEmpty();
        }
    }
}
