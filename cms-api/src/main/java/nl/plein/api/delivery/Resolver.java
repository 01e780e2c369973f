package nl.plein.api.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.publishing.PageRef;
import nl.plein.cms.publishing.Publication;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces ids in one payload by what they stand for. A target that the viewer may not see leaves no trace: references to
 * it are left out, links to it become plain text.
 */
final class Resolver {

    private final Targets targets;
    private final String locale;
    private final Map<EntryId, Publication> expanded;
    private final PreparedPayloads prepared;

    /** @param expanded targets that are wanted with their fields */
    Resolver(Targets targets, String locale, Map<EntryId, Publication> expanded, PreparedPayloads prepared) {
        this.targets = targets;
        this.locale = locale;
        this.expanded = expanded;
        this.prepared = prepared;
    }

    /** The fields of a publication, those that are wanted; what points nowhere is left out. */
    ObjectNode payload(JsonNode fields, Predicate<String> wanted, Expansion expansion) {
        ObjectNode resolved = Json.mapper().createObjectNode();
        prepared.of(fields).members().forEach((key, member) -> {
            if (!wanted.test(key)) {
                return;
            }
            JsonNode value = member.isFixed() ? member.value() : resolve(member.value(), expansion.into(key));
            if (value != null) {
                resolved.set(key, value);
            }
        });
        return resolved;
    }

    /** @return null if it points to what the viewer may not see */
    @Nullable
    JsonNode resolve(JsonNode value, Expansion expansion) {
        if (value.isObject()) {
            return object((ObjectNode) value, expansion);
        } else if (value.isArray()) {
            return array((ArrayNode) value, expansion);
        } else if (value.isString() && value.stringValue().indexOf('<') >= 0) {
            return Json.mapper().getNodeFactory().stringNode(text(value.stringValue()));
        }
        return value;
    }

    private ObjectNode members(JsonNode object, Expansion expansion) {
        ObjectNode resolved = Json.mapper().createObjectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = resolve(member.getValue(), expansion.into(member.getKey()));
            if (value != null) {
                resolved.set(member.getKey(), value);
            }
        }
        return resolved;
    }

    private @Nullable JsonNode object(ObjectNode value, Expansion expansion) {
        Optional<EntryId> entry = Payload.uuid(value.path("entry")).map(EntryId::new);
        if (entry.isPresent()) {
            return targets.page(entry.get(), locale)
                    .map(page -> reference(value, page, expansion))
                    .orElse(null);
        }
        Optional<AssetId> asset = Payload.uuid(value.path("asset")).map(AssetId::new);
        if (asset.isPresent()) {
            AssetRef found = targets.assets().get(asset.get());
            return found == null ? null : file(value, found);
        }
        return members(value, expansion);
    }

    private ArrayNode array(ArrayNode value, Expansion expansion) {
        ArrayNode resolved = Json.mapper().createArrayNode();
        for (JsonNode item : value) {
            JsonNode one = resolve(item, expansion);
            if (one != null) {
                resolved.add(one);
            }
        }
        return resolved;
    }

    private JsonNode reference(ObjectNode value, PageRef page, Expansion expansion) {
        ObjectNode resolved = value.deepCopy();
        resolved.put("type", page.type()).put("title", page.title()).put("path", page.path());
        Publication publication = expanded.get(page.entry());
        if (expansion.isWanted() && publication != null) {
            resolved.set("fields", payload(publication.fields(), key -> true, expansion));
        }
        return resolved;
    }

    private static JsonNode file(ObjectNode value, AssetRef asset) {
        ObjectNode resolved = value.deepCopy();
        Files.describe(resolved, asset);
        return resolved.put("src", Files.src(asset));
    }

    private String text(String html) {
        String linked = Payload.LINK.matcher(html).replaceAll(this::link);
        return Payload.IMAGE.matcher(linked).replaceAll(this::image);
    }

    private String link(java.util.regex.MatchResult link) {
        String whole = targets.page(EntryId.of(link.group(1)), locale)
                .filter(page -> !page.path().isEmpty())
                .map(page -> "<a href=\"" + escape(page.path()) + "\" data-entry=\"" + link.group(1) + "\""
                        + link.group(2) + ">" + link.group(3) + "</a>")
                .orElse(link.group(3));
        return Matcher.quoteReplacement(whole);
    }

    private String image(java.util.regex.MatchResult image) {
        AssetRef asset = targets.assets().get(AssetId.of(image.group(1)));
        if (asset == null) {
            return Matcher.quoteReplacement(image.group());
        }
        String size = asset.width() > 0 ? " width=\"" + asset.width() + "\" height=\"" + asset.height() + "\"" : "";
        return Matcher.quoteReplacement(
                "<img src=\"" + escape(Files.src(asset)) + "\"" + size + " data-asset=\"" + image.group(1) + "\"");
    }

    private static String escape(String path) {
        return path.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "%22");
    }
}
