package nl.plein.cms.publishing;

import nl.plein.cms.kernel.Audience;
import tools.jackson.databind.JsonNode;

/** A site part that is to be opened. */
record NewPart(PartKind kind, String key, Audience audience, SitePart.Origin origin, JsonNode value) {

    PartSpot spot() {
        return new PartSpot(kind, Place.of(key), audience);
    }
}
