package nl.plein.cms.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.SiteId;

/** Says that a comment is settled, or that it is not after all. Both are idempotent. */
@ApplicationScoped
public class ResolveComment {

    @Inject
    CommentedDrafts drafts;

    @Inject
    ReviewComments comments;

    @Inject
    Said said;

    /** Who settled it first stays named. @throws nl.plein.cms.kernel.NotFound {@code unknown-comment}, {@code unknown-entry} */
    @Transactional
    public void perform(SiteId site, CommentId id) {
        ReviewComment first = held(site, id);
        if (first.resolvedAt().isEmpty()) {
            first.resolve(said.now(), said.person());
            said.record("resolve", first);
        }
    }

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-comment}, {@code unknown-entry} */
    @Transactional
    public void reopen(SiteId site, CommentId id) {
        ReviewComment first = held(site, id);
        if (first.resolvedAt().isPresent()) {
            first.reopen();
            said.record("reopen", first);
        }
    }

    private ReviewComment held(SiteId site, CommentId id) {
        drafts.refuseStrangers(site);
        ReviewComment first = comments.hold(site, id);
        drafts.get(site, first.translation());
        return first;
    }
}
