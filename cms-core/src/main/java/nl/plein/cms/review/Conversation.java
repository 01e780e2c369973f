package nl.plein.cms.review;

import java.util.List;

/**
 * A comment with its answers.
 *
 * @param gone    whether the draft has no longer what it was about: the words that were quoted, or the field or block
 * @param answers oldest first
 */
public record Conversation(ReviewComment first, boolean gone, List<ReviewComment> answers) {

    public Conversation {
        answers = List.copyOf(answers);
    }
}
