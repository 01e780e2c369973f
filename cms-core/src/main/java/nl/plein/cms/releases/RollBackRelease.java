package nl.plein.cms.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.PutBackRelease;
import nl.plein.cms.publishing.Receipt;

/** Takes a release back as one version: what each of its translations showed before, but for what was published again since. */
@ApplicationScoped
public class RollBackRelease {

    @Inject
    Access access;

    @Inject
    Releases releases;

    @Inject
    PutBackRelease putBackRelease;

    /**
     * @param seen its tags, see {@link Release#tag}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-release}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}, {@code resync} if what was before is not kept
     * @throws Conflict                     {@code not-published}
     */
    @Transactional
    public Receipt perform(SiteId site, ReleaseId id, Seen seen) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Release release = releases.change(site, id);
        seen.refuseOther(release.tag());
        if (release.state() != ReleaseState.PUBLISHED) {
            throw new Conflict(
                    "not-published", "This release is " + release.state().key() + ": nothing to take back.");
        }
        List<TranslationKey> translations =
                releases.items(release).stream().map(ReleaseItem::translation).toList();
        Receipt receipt = putBackRelease.perform(site, release.madeVersion().orElseThrow(), translations);
        if (receipt.madeVersion()) {
            release.rolledBack(receipt.version(), receipt.skipped());
        } else {
            release.rolledBack(null, translations.size());
        }
        return receipt;
    }
}
