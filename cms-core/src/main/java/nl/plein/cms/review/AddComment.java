package nl.plein.cms.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentTypes;

/** Says something about a place in a draft. It stays when the draft changes. */
@ApplicationScoped
public class AddComment {

    @Inject
    CommentedDrafts drafts;

    @Inject
    ReviewComments comments;

    @Inject
    ContentTypes types;

    @Inject
    Said said;

    /**
     * @throws Invalid  {@code unknown-place}, {@code quote-too-long}, {@code words-missing}, {@code words-too-long}
     * @throws Conflict {@code words-not-there} if the draft has no such words by now, {@code too-many-comments}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}
     */
    @Transactional
    public CommentId perform(SiteId site, TranslationKey key, Anchor anchor, String words) {
        Draft draft = drafts.get(site, key);
        String sound = Said.sound(words);
        refuseOversized(anchor);
        Passage passage = Passage.find(types.byKey(), types.get(draft.type()), draft.payload(), anchor.place())
                .orElseThrow(
                        () -> new Invalid(
                                "unknown-place",
                                "Name a field of the type by its key, and what lies in a group or a block after \"/\": the key"
                                        + " of the field, the id of the block. A member of a repeated group is named by its field."));
        if (!passage.says(anchor.quote())) {
            throw new Conflict(
                    "words-not-there",
                    "The draft does not have these words in that field: read it again, or leave \"quote\" out.");
        }
        said.refuseMore(key);
        ReviewComment comment = ReviewComment.on(draft, anchor, said.id(), said.now(), said.person(), sound);
        comments.add(comment);
        said.record("add", comment);
        return comment.id();
    }

    private static void refuseOversized(Anchor anchor) {
        if (anchor.place().length() > Anchor.LONGEST_PLACE || anchor.quote().length() > Anchor.LONGEST_QUOTE) {
            throw new Invalid(
                    "quote-too-long",
                    "Quote at most " + Anchor.LONGEST_QUOTE + " characters: the first words will do.");
        }
    }
}
