package nl.plein.cms.exchange;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Puts ids in the place of the names by which files of a bundle point at each other: wherever JSON or rich text does. */
final class LocalKeys {

    private static final Pattern IN_TEXT = Pattern.compile("data-(entry|asset)=\"([^\"]*)\"");

    private final Map<String, UUID> entries;
    private final Map<String, UUID> assets;

    LocalKeys(Map<String, UUID> entries, Map<String, UUID> assets) {
        this.entries = entries;
        this.assets = assets;
    }

    /**
     * A copy with ids.
     *
     * @throws nl.plein.cms.kernel.Invalid {@code broken-bundle}, with the file and the name that leads nowhere
     */
    JsonNode resolved(JsonNode value, String file) {
        if (value.isObject()) {
            ObjectNode copy = ((ObjectNode) value).objectNode();
            value.properties()
                    .forEach(member -> copy.set(member.getKey(), member(member.getKey(), member.getValue(), file)));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = ((ArrayNode) value).arrayNode();
            value.forEach(item -> copy.add(resolved(item, file)));
            return copy;
        }
        return value.isString() && value.stringValue().contains("data-")
                ? new StringNode(text(value.stringValue(), file))
                : value;
    }

    UUID entry(String key, String file) {
        return find(entries, "entry", key, file);
    }

    private JsonNode member(String name, JsonNode value, String file) {
        if (value.isString() && name.equals("entry")) {
            return new StringNode(entry(value.stringValue(), file).toString());
        }
        if (value.isString() && name.equals("asset")) {
            return new StringNode(
                    find(assets, "asset", value.stringValue(), file).toString());
        }
        return resolved(value, file);
    }

    private String text(String html, String file) {
        return IN_TEXT.matcher(html).replaceAll(found -> {
            boolean isEntry = found.group(1).equals("entry");
            UUID target = find(isEntry ? entries : assets, found.group(1), found.group(2), file);
            return "data-" + found.group(1) + "=\"" + target + "\"";
        });
    }

    private static UUID find(Map<String, UUID> ids, String kind, String name, String file) {
        UUID id = ids.get(name);
        if (id == null) {
            throw Bundle.broken(file, "there is no " + kind + " \"" + name + "\" in this site of the bundle.");
        }
        return id;
    }
}
