package nl.plein.cms.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.content.Draft;
import nl.plein.cms.kernel.SiteId;

/** Answers a comment. Whether it is settled stays as it is. */
@ApplicationScoped
public class AnswerComment {

    @Inject
    CommentedDrafts drafts;

    @Inject
    ReviewComments comments;

    @Inject
    Said said;

    /**
     * @param id of the comment, or of an answer to it
     * @throws nl.plein.cms.kernel.Invalid  {@code words-missing}, {@code words-too-long}
     * @throws nl.plein.cms.kernel.Conflict {@code too-many-comments}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-comment}, {@code unknown-entry}
     */
    @Transactional
    public CommentId perform(SiteId site, CommentId id, String words) {
        drafts.refuseStrangers(site);
        ReviewComment first = comments.hold(site, id);
        Draft draft = drafts.get(site, first.translation());
        String sound = Said.sound(words);
        said.refuseMore(first.translation());
        ReviewComment answer = first.answer(said.id(), draft.revision(), said.now(), said.person(), sound);
        comments.add(answer);
        said.record("answer", answer);
        return answer.id();
    }
}
