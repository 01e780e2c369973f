package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.plein.cms.content.RichTextNode.Element;
import org.jspecify.annotations.Nullable;

/** Merges rich text by its top-level elements, and in lists and tables by items and rows. */
final class RichTextMerge {

    private static final Set<String> OPENED = Set.of("ul", "ol", "dl", "table", "thead", "tbody");

    /** Takes note of elements that both writers changed; null where there was none. */
    interface Clashes {
        void clash(String element, @Nullable String base, @Nullable String mine, @Nullable String theirs);
    }

    private final Clashes clashes;
    private boolean clashed;

    private RichTextMerge(Clashes clashes) {
        this.clashes = clashes;
    }

    /** All in normal form. @return empty after a clash */
    static Optional<String> merge(String base, String mine, String theirs, Clashes clashes) {
        RichTextMerge merge = new RichTextMerge(clashes);
        List<RichTextNode> merged =
                merge.all("", RichTextReader.read(base), RichTextReader.read(mine), RichTextReader.read(theirs));
        return merge.clashed ? Optional.empty() : Optional.of(RichText.normalise(RichTextWriter.write(merged)));
    }

    private List<RichTextNode> all(
            String place, List<RichTextNode> base, List<RichTextNode> mine, List<RichTextNode> theirs) {
        return ListMerge.merge(base, mine, theirs, new ListMerge.Meeting<>() {
            @Override
            public Optional<RichTextNode> member(int index, RichTextNode old, RichTextNode my, RichTextNode their) {
                return inside(place + (index + 1), old, my, their);
            }

            @Override
            public void clash(int index, List<RichTextNode> old, List<RichTextNode> my, List<RichTextNode> their) {
                note(place + (index + 1), old, my, their);
            }
        });
    }

    private Optional<RichTextNode> inside(String place, RichTextNode base, RichTextNode mine, RichTextNode theirs) {
        if (base instanceof Element old
                && mine instanceof Element my
                && theirs instanceof Element their
                && OPENED.contains(old.name())
                && my.is(old.name())
                && their.is(old.name())) {
            Optional<Map<String, String>> attributes =
                    attributes(old.attributes(), my.attributes(), their.attributes());
            if (attributes.isPresent()) {
                return Optional.of(new Element(
                        old.name(), attributes.get(), all(place + "/", old.content(), my.content(), their.content())));
            }
        }
        note(place, List.of(base), List.of(mine), List.of(theirs));
        return Optional.empty();
    }

    private static Optional<Map<String, String>> attributes(
            Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
        Set<String> names = new TreeSet<>(base.keySet());
        names.addAll(mine.keySet());
        names.addAll(theirs.keySet());
        Map<String, String> merged = new HashMap<>();
        for (String name : names) {
            String old = base.get(name);
            String my = mine.get(name);
            String their = theirs.get(name);
            if (!Objects.equals(my, their) && !Objects.equals(my, old) && !Objects.equals(their, old)) {
                return Optional.empty();
            }
            String kept = Objects.equals(my, old) ? their : my;
            if (kept != null) {
                merged.put(name, kept);
            }
        }
        return Optional.of(merged);
    }

    private void note(String place, List<RichTextNode> base, List<RichTextNode> mine, List<RichTextNode> theirs) {
        clashed = true;
        clashes.clash(place, written(base), written(mine), written(theirs));
    }

    private static @Nullable String written(List<RichTextNode> nodes) {
        return nodes.isEmpty() ? null : RichTextWriter.write(new ArrayList<>(nodes));
    }
}
