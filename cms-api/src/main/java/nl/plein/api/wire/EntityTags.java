package nl.plein.api.wire;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, section 8.8.3): {@code *}, or a list of entity tags, which
 * may have commas in them.
 *
 * @param any    the header is {@code *}
 * @param strong tags without {@code W/}, without their quotes
 * @param weak   tags with it
 */
record EntityTags(boolean any, Set<String> strong, Set<String> weak) {

    private static final Pattern NEXT = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?:,|$)");

    /** @return empty if it can't be read so */
    static Optional<EntityTags> read(String header) {
        if (header.strip().equals("*")) {
            return Optional.of(new EntityTags(true, Set.of(), Set.of()));
        }
        Set<String> strong = new LinkedHashSet<>();
        Set<String> weak = new LinkedHashSet<>();
        Matcher next = NEXT.matcher(header);
        int at = 0;
        while (at < header.length() && next.find(at) && next.start() == at) {
            (next.group(1) == null ? strong : weak).add(next.group(2));
            at = next.end();
        }
        boolean whole = at >= header.length() && !(strong.isEmpty() && weak.isEmpty());
        return whole ? Optional.of(new EntityTags(false, strong, weak)) : Optional.empty();
    }

    /** The comparison for reading again: {@code W/} makes no difference. */
    boolean matchesWeakly(String tag) {
        return any || strong.contains(tag) || weak.contains(tag);
    }
}
