package nl.plein.cms.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/** The drafts that comments are about: whoever may read them may read what is said of them. */
@ApplicationScoped
@Transactional
class CommentedDrafts {

    @Inject
    Access access;

    @Inject
    DraftsForPublishing drafts;

    /** Asked before anything is looked for or held. @throws nl.plein.cms.kernel.NotPermitted {@code permission-missing} */
    void refuseStrangers(SiteId site) {
        access.require(Permission.CONTENT_WRITE, site);
    }

    /** @throws NotFound {@code unknown-entry} if it is not there or in the trash */
    Draft get(SiteId site, TranslationKey key) {
        access.require(Permission.CONTENT_WRITE, site);
        return drafts.of(site, List.of(key)).stream()
                .findFirst()
                .orElseThrow(
                        () -> new NotFound("unknown-entry", "There is no entry " + key + " on site \"" + site + "\"."));
    }
}
