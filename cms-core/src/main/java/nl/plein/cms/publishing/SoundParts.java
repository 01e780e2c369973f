package nl.plein.cms.publishing;

import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;

/** Judges site parts that come from elsewhere as rows, not as somebody's change. */
public final class SoundParts {

    private SoundParts() {}

    /**
     * @param kind   name of a {@link PartKind}
     * @param origin name of a {@link SitePart.Origin}
     * @return what is wrong with it; empty if it is sound
     */
    public static Optional<String> whyNot(SiteRef site, String kind, String origin, String key, JsonNode value) {
        try {
            PartKind part = PartKind.valueOf(kind);
            SitePart.Origin maker = SitePart.Origin.valueOf(origin);
            boolean isErased = part == PartKind.REDIRECT && key.isEmpty();
            boolean isDay = part == PartKind.SETTING && key.equals(VersionSteps.SITE_DAY);
            if (isDay || isErased) {
                return Optional.empty();
            }
            if (maker != SitePart.Origin.HAND) {
                return PartRules.isMade(part, key, value)
                        ? Optional.empty()
                        : Optional.of("\"" + key + "\" is no redirect that a page leaves");
            }
            PartRules.check(site, List.of(new PartChange(part, key, value)));
            return Optional.empty();
        } catch (Invalid e) {
            return Optional.of(e.message());
        } catch (IllegalArgumentException e) {
            return Optional.of("there is no part of kind \"" + kind + "\" and origin \"" + origin + "\"");
        }
    }
}
