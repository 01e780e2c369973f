package nl.plein.cms.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.Receipt;
import nl.plein.cms.publishing.ReleaseOutlook;
import nl.plein.cms.publishing.ReleaseTranslations;

/** Makes one version of a release: visitors see all of it, or nothing. The note that it was is part of the same transaction. */
@ApplicationScoped
public class PublishRelease {

    @Inject
    Access access;

    @Inject
    Releases releases;

    @Inject
    ReviewRelease reviewRelease;

    @Inject
    ReleaseTranslations releaseTranslations;

    /**
     * @param seen its tags, see {@link Release#tag}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-release}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     * @throws Invalid                      {@code release-empty}, {@code release-changes-nothing}
     * @throws Conflict                     {@code release-over}, {@code release-not-ready} with a finding for each item that stands in the way
     */
    @Transactional
    public Receipt perform(SiteId site, ReleaseId id, Seen seen) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Release release = releases.change(site, id);
        seen.refuseOther(release.tag());
        release.refuseUnlessPlanned();
        List<ReleaseItem> items = releases.items(release);
        if (items.isEmpty()) {
            throw new Invalid("release-empty", "Put at least one translation into the release.");
        }
        refuseUnready(site, items);
        Receipt receipt = releaseTranslations.perform(
                site, ReleaseItem.those(items, ReleaseAct.PUBLISH), ReleaseItem.those(items, ReleaseAct.UNPUBLISH));
        release.published(receipt);
        return receipt;
    }

    /** One finding for each item that stands in the way, whatever it is: the review tells the rest. */
    private void refuseUnready(SiteId site, List<ReleaseItem> items) {
        Map<TranslationKey, ReleaseOutlook.Outlook> outlooks = reviewRelease.outlooks(site, items);
        List<Finding> findings = new ArrayList<>();
        for (int place = 0; place < items.size(); place++) {
            String pointer = "/items/" + place;
            Objects.requireNonNull(outlooks.get(items.get(place).translation())).findings().stream()
                    .findFirst()
                    .map(one -> one.under(pointer))
                    .ifPresent(findings::add);
        }
        if (!findings.isEmpty()) {
            throw new Conflict(
                    "release-not-ready",
                    findings.size() + " of " + items.size()
                            + " translations stand in the way, so nothing was published: mend them or take them out of"
                            + " the release. Its review tells all that is to be mended.",
                    findings);
        }
    }
}
