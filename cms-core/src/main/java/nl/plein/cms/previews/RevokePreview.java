package nl.plein.cms.previews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/** Closes a link with the next request. Idempotent; it stays to be seen in the list. */
@ApplicationScoped
public class RevokePreview {

    @Inject
    Access access;

    @Inject
    Previews previews;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-preview} */
    @Transactional
    public void perform(SiteId site, PreviewId id) {
        access.require(Permission.CONTENT_WRITE, site);
        Preview preview = previews.get(site, id);
        if (preview.revoked().isPresent()) {
            return;
        }
        preview.revoke(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record(
                "previews.revoke",
                "site/" + site,
                Json.mapper().createObjectNode().put("preview", id.toString()));
    }
}
