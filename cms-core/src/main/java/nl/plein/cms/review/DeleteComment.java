package nl.plein.cms.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.SiteId;

/** Takes back what one said. A comment that was answered stays without its words, until the last answer is taken back too. */
@ApplicationScoped
public class DeleteComment {

    @Inject
    CommentedDrafts drafts;

    @Inject
    ReviewComments comments;

    @Inject
    Said said;

    /**
     * @throws NotPermitted                 {@code not-your-comment}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-comment}, {@code unknown-entry}
     */
    @Transactional
    public void perform(SiteId site, CommentId id) {
        drafts.refuseStrangers(site);
        ReviewComment first = comments.hold(site, id);
        drafts.get(site, first.translation());
        ReviewComment comment = comments.get(site, id);
        if (comment.by().isEmpty() || !comment.by().equals(said.person())) {
            throw new NotPermitted("not-your-comment", "Somebody else said this: answer it, or resolve the comment.");
        }
        said.record("delete", comment);
        boolean answered = !comments.answers(List.of(first)).isEmpty();
        if (comment.isFirst() && answered) {
            comment.empty();
            return;
        }
        comments.remove(comment);
        if (!comment.isFirst()
                && first.words().isEmpty()
                && comments.answers(List.of(first)).isEmpty()) {
            comments.remove(first);
        }
    }
}
