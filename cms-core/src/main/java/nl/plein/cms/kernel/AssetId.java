package nl.plein.cms.kernel;

import java.util.UUID;

/** Names an asset. */
public record AssetId(UUID value) {

    /** @throws Invalid if the text is no UUID */
    public static AssetId of(String text) {
        return new AssetId(Ids.parse(text, "asset"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
