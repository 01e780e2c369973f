package nl.plein.cms.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.SitePart;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;

/** A site's setting {@code forms}: {@code {"contact": true, "useful": true, "keepDays": 365}}. Without it, no form is open. */
@ApplicationScoped
class OpenForms {

    private static final long USUAL_DAYS = 365;
    private static final long MOST_DAYS = 3_650;

    @Inject
    SiteParts parts;

    @Inject
    Moments moments;

    /** Only on a site that everyone may read: elsewhere nobody could know who sends. */
    boolean has(SiteRef site, ContributionKind kind) {
        JsonNode audiences = setting(site, "site").path("audiences");
        boolean open = audiences.isMissingNode()
                || audiences.values().stream().anyMatch(one -> one.asString("").equals(Audience.EVERYONE.value()));
        return open && setting(site, "forms").path(kind.switchedBy()).asBoolean(false);
    }

    /** How long contributions are kept: a day to ten years. */
    Duration keeps(SiteRef site) {
        long days = setting(site, "forms").path("keepDays").asLong(USUAL_DAYS);
        return Duration.ofDays(Math.max(1, Math.min(MOST_DAYS, days)));
    }

    private JsonNode setting(SiteRef site, String key) {
        Optional<SitePart> part = parts.find(site.id(), PartKind.SETTING, key, Viewer.PUBLIC, moments.now(site.id()));
        return part.map(SitePart::value).orElseGet(() -> Json.mapper().createObjectNode());
    }
}
