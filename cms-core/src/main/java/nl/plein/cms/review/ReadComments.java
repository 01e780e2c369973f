package nl.plein.cms.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;

/** What is said about a draft, and whether it still has the words that it is about. */
@ApplicationScoped
public class ReadComments {

    @Inject
    CommentedDrafts drafts;

    @Inject
    ReviewComments comments;

    @Inject
    ContentTypes types;

    /**
     * Oldest first, by keyset: give the id of the last one of the page before.
     *
     * @param resolved any if absent
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}
     */
    @Transactional
    public List<Conversation> page(
            SiteId site, TranslationKey key, Optional<Boolean> resolved, Optional<UUID> after, int most) {
        Draft draft = drafts.get(site, key);
        return withAnswers(draft, comments.first(key, resolved, after, most));
    }

    /** Also by the id of an answer. @throws nl.plein.cms.kernel.NotFound {@code unknown-comment}, {@code unknown-entry} */
    @Transactional
    public Conversation get(SiteId site, CommentId id) {
        drafts.refuseStrangers(site);
        ReviewComment first = comments.get(site, comments.get(site, id).thread());
        return withAnswers(drafts.get(site, first.translation()), List.of(first))
                .get(0);
    }

    private List<Conversation> withAnswers(Draft draft, List<ReviewComment> found) {
        Map<String, ContentType> known = types.byKey();
        ContentType type = types.get(draft.type());
        Map<CommentId, List<ReviewComment>> answers = comments.answers(found);
        return found.stream()
                .map(first -> new Conversation(
                        first, isGone(known, type, draft, first.anchor()), answers.getOrDefault(first.id(), List.of())))
                .toList();
    }

    private static boolean isGone(Map<String, ContentType> known, ContentType type, Draft draft, Anchor anchor) {
        return Passage.find(known, type, draft.payload(), anchor.place())
                .filter(passage -> passage.says(anchor.quote()))
                .isEmpty();
    }
}
