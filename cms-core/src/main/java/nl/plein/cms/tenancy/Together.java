package nl.plein.cms.tenancy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question for all who wait for its answer. Nobody is given an answer to a question that was put before they
 * came, so it is as fresh as if each had asked alone; who comes while one is under way shares the next.
 */
final class Together<K, V> {

    private final Map<K, Line> lines = new ConcurrentHashMap<>();
    private final Function<K, V> question;

    Together(Function<K, V> question) {
        this.question = question;
    }

    /** Those who ask about one thing: one round is under way, and at most one gathers. */
    private static final class Line {
        @Nullable
        Round<?> running;

        @Nullable
        Round<?> gathering;
    }

    private record Round<V>(CompletableFuture<V> answer) {}

    /** What the question throws, all who share it get. */
    @SuppressWarnings("unchecked")
    V ask(K key) {
        while (true) {
            Line line = lines.computeIfAbsent(key, k -> new Line());
            Round<V> mine = new Round<>(new CompletableFuture<>());
            Round<?> before;
            synchronized (line) {
                if (lines.get(key) != line) {
                    continue; // it was put away in between
                }
                Round<?> gathering = line.gathering;
                if (gathering != null) {
                    mine = (Round<V>) gathering;
                    before = mine;
                } else {
                    before = line.running;
                    if (before == null) {
                        line.running = mine;
                    } else {
                        line.gathering = mine;
                    }
                }
            }
            return before == mine ? answerOf(mine) : lead(key, line, mine, before);
        }
    }

    private V lead(K key, Line line, Round<V> mine, @Nullable Round<?> before) {
        if (before != null) {
            before.answer().handle((answer, failure) -> line).join();
            synchronized (line) {
                line.running = mine;
                line.gathering = null;
            }
        }
        try {
            V answer = question.apply(key);
            mine.answer().complete(answer);
            return answer;
        } catch (RuntimeException | Error failure) {
            mine.answer().completeExceptionally(failure);
            throw failure;
        } finally {
            synchronized (line) {
                if (line.gathering == null) {
                    lines.remove(key, line);
                }
            }
        }
    }

    private V answerOf(Round<V> round) {
        try {
            return round.answer().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            } else if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
