package nl.plein.api.crossing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places for names, such as {@code <entry>}. */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("<([a-zA-Z-]+)>");

    static Template ofPath(String path) {
        return new Template(path.replace('{', '<').replace('}', '>'));
    }

    /** What its places are for, in order. */
    List<String> kinds() {
        return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    }

    /** @param values as many as there are places */
    String filled(List<String> values) {
        Iterator<String> value = new ArrayList<>(values).iterator();
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value.next()));
    }
}
