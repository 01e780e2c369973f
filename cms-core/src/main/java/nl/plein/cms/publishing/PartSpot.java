package nl.plein.cms.publishing;

import nl.plein.cms.kernel.Audience;

/** What can hold one open site part at a time. */
record PartSpot(PartKind kind, String place, Audience audience) {

    static PartSpot of(SitePart part) {
        return new PartSpot(part.kind(), Place.of(part.key()), part.audience());
    }
}
