package nl.plein.cms.publishing;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Which entries and assets a JSON value names: members {@code "entry"} and {@code "asset"} that hold an id, and
 * {@code data-entry}, {@code data-asset} in rich text.
 */
record NamedIds(Set<UUID> entries, Set<UUID> assets) {

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern ID = Pattern.compile(UUID_FORM);
    private static final Pattern IN_TEXT = Pattern.compile("data-(entry|asset)=\"(" + UUID_FORM + ")\"");

    static NamedIds in(JsonNode value) {
        var found = new NamedIds(new LinkedHashSet<>(), new LinkedHashSet<>());
        found.walk(value);
        return found;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private void walk(JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(member -> {
                take(member.getKey(), member.getValue());
                walk(member.getValue());
            });
        } else if (value.isArray()) {
            value.forEach(this::walk);
        } else if (value.isString()) {
            read(value.stringValue());
        }
    }

    private void take(String name, JsonNode value) {
        if (value.isString() && isId(value.stringValue())) {
            if (name.equals("entry")) {
                entries.add(UUID.fromString(value.stringValue()));
            } else if (name.equals("asset")) {
                assets.add(UUID.fromString(value.stringValue()));
            }
        }
    }

    private void read(String text) {
        if (!text.contains("data-")) {
            return;
        }
        Matcher matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            (matcher.group(1).equals("entry") ? entries : assets).add(UUID.fromString(matcher.group(2)));
        }
    }
}
