package nl.plein.cms.participation;

import java.time.Instant;
import nl.plein.cms.kernel.ContributionId;
import nl.plein.cms.kernel.SiteId;

/**
 * What a visitor added, as other rooms know it. All texts may be empty and are as the visitor wrote them.
 *
 * @param locale of the page
 * @param path   of the page that the form stood on
 * @param answer of a verdict: {@code yes} or {@code no}
 */
public record ContributionRef(
        ContributionId id,
        SiteId site,
        ContributionKind kind,
        String locale,
        String path,
        String answer,
        String name,
        String email,
        String text,
        Instant receivedAt) {}
