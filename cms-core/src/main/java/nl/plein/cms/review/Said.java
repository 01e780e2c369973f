package nl.plein.cms.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Calling;

/** What all that is said has in common: who, when, how long, how often; and that the trail tells of it, without the words. */
@ApplicationScoped
class Said {

    private static final int LONGEST = 4_000;
    private static final long MOST = 1_000;

    @Inject
    ReviewComments comments;

    @Inject
    Calling calling;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    Audit audit;

    /** @throws Invalid {@code words-missing}, {@code words-too-long} */
    static String sound(String words) {
        String sound = words.strip();
        if (sound.isEmpty()) {
            throw new Invalid("words-missing", "Say something.");
        }
        if (sound.length() > LONGEST) {
            throw new Invalid("words-too-long", "A comment has at most " + LONGEST + " characters.");
        }
        return sound;
    }

    /** @throws Conflict {@code too-many-comments} */
    void refuseMore(TranslationKey key) {
        if (comments.count(key) >= MOST) {
            throw new Conflict(
                    "too-many-comments",
                    "There are " + MOST + " comments on this translation already: delete some of yours first.");
        }
    }

    CommentId id() {
        return new CommentId(ids.next());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Optional<PersonId> person() {
        return calling.current().person();
    }

    void record(String act, ReviewComment comment) {
        audit.record(
                "review." + act,
                "entry/" + comment.translation().entry(),
                Json.mapper()
                        .createObjectNode()
                        .put("comment", comment.id().toString())
                        .put("locale", comment.translation().locale()));
    }
}
