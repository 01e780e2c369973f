package nl.plein.api.delivery;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;
import tools.jackson.databind.JsonNode;

/**
 * The ids that a payload names: references and links ({@code {"entry":…}}), files ({@code {"asset":…}}), and both inside
 * rich text, which is in its normal form, so that its attributes are always written in one way.
 */
final class Payload {

    static final Pattern LINK = Pattern.compile("<a data-entry=\"([0-9a-f-]{36})\"([^>]*)>(.*?)</a>", Pattern.DOTALL);
    static final Pattern IMAGE = Pattern.compile("<img data-asset=\"([0-9a-f-]{36})\"");

    private Payload() {}

    /** Collects what {@code value} names into the two sets. */
    static void collect(JsonNode value, Set<EntryId> entries, Set<AssetId> assets) {
        if (value.isObject()) {
            uuid(value.path("entry")).ifPresent(id -> entries.add(new EntryId(id)));
            uuid(value.path("asset")).ifPresent(id -> assets.add(new AssetId(id)));
            value.forEach(member -> collect(member, entries, assets));
        } else if (value.isArray()) {
            value.forEach(item -> collect(item, entries, assets));
        } else if (value.isString()) {
            collectFromText(value.stringValue(), entries, assets);
        }
    }

    private static void collectFromText(String text, Set<EntryId> entries, Set<AssetId> assets) {
        if (text.indexOf('<') < 0) {
            return;
        }
        for (Matcher link = LINK.matcher(text); link.find(); ) {
            entries.add(EntryId.of(link.group(1)));
        }
        for (Matcher image = IMAGE.matcher(text); image.find(); ) {
            assets.add(AssetId.of(image.group(1)));
        }
    }

    static java.util.Optional<UUID> uuid(JsonNode value) {
        if (!value.isString() || value.stringValue().length() != 36) {
            return java.util.Optional.empty();
        }
        try {
            return java.util.Optional.of(UUID.fromString(value.stringValue()));
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }

    static Set<AssetId> assetsOf(JsonNode payload) {
        Set<AssetId> assets = new LinkedHashSet<>();
        collect(payload, new LinkedHashSet<>(), assets);
        return assets;
    }
}
