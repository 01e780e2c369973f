package nl.plein.api.management;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.plein.api.management.WorkflowView.PersonName;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Person;
import nl.plein.cms.review.Conversation;
import nl.plein.cms.review.ReviewComment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a draft, with its answers.
 *
 * @param field      key of a field; what lies in groups and blocks after {@code /}: keys of fields and ids of blocks
 * @param quote      the words that are meant; absent for the whole field or block
 * @param gone       whether the draft has no longer what is meant
 * @param revision   the draft that it was said of
 * @param by         absent if the installation said it
 * @param words      absent once its writer deleted them; the answers stay
 * @param resolution absent while it is open
 * @param answers    oldest first
 */
@Schema(name = "ReviewComment")
public record CommentView(
        String id,
        String entry,
        String locale,
        String field,
        @Nullable String quote,
        boolean gone,
        String revision,
        Instant at,
        @Nullable PersonName by,
        @Nullable String words,
        @Nullable ResolutionView resolution,
        List<AnswerView> answers) {

    /** That it is settled. */
    @Schema(name = "CommentResolution")
    public record ResolutionView(Instant at, @Nullable PersonName by) {}

    /** What was said to a comment. @param revision the draft of that time */
    @Schema(name = "CommentAnswer")
    public record AnswerView(String id, String revision, Instant at, @Nullable PersonName by, String words) {}

    static CommentView of(Conversation conversation, Function<PersonId, Optional<Person>> persons) {
        ReviewComment first = conversation.first();
        return new CommentView(
                first.id().toString(),
                first.translation().entry().toString(),
                first.translation().locale(),
                first.anchor().place(),
                first.anchor().quote().isEmpty() ? null : first.anchor().quote(),
                conversation.gone(),
                first.revision().toString(),
                first.at(),
                name(first.by(), persons),
                first.words().orElse(null),
                first.resolvedAt()
                        .map(at -> new ResolutionView(at, name(first.resolvedBy(), persons)))
                        .orElse(null),
                conversation.answers().stream()
                        .map(answer -> answer(answer, persons))
                        .toList());
    }

    private static AnswerView answer(ReviewComment answer, Function<PersonId, Optional<Person>> persons) {
        return new AnswerView(
                answer.id().toString(),
                answer.revision().toString(),
                answer.at(),
                name(answer.by(), persons),
                answer.words().orElse(""));
    }

    private static @Nullable PersonName name(Optional<PersonId> id, Function<PersonId, Optional<Person>> persons) {
        return id.flatMap(persons).map(PersonName::of).orElse(null);
    }
}
