package nl.plein.cms.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Answers about what seldom changes. One is given again until this node has changed something of the kind, which it
 * notices at once; other nodes may change it too, so it is asked for anew after half a second. A transaction, which may have
 * changed it itself, always asks. Made by {@link ChangeCount#believe}.
 */
public final class Believed<K, V> {

    /** How long another node's change may stay unknown to this one. */
    public static final Duration LONGEST = Duration.ofMillis(500);

    private static final long MOST = 10_000;

    private final LongSupplier changes;
    private final BooleanSupplier inTransaction;
    private final Function<K, V> question;
    private final Cache<K, Answer<V>> answers;

    private record Answer<V>(V value, long changes) {}

    /** @param changes how many this node has made so far */
    Believed(LongSupplier changes, BooleanSupplier inTransaction, Function<K, V> question, Ticker nanos) {
        this.changes = changes;
        this.inTransaction = inTransaction;
        this.question = question;
        this.answers = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LONGEST)
                .ticker(nanos)
                .build();
    }

    /** What the question throws is not remembered. */
    public V of(K key) {
        if (inTransaction.getAsBoolean()) {
            return question.apply(key);
        }
        long now = changes.getAsLong();
        Answer<V> known = answers.getIfPresent(key);
        if (known != null && known.changes() == now) {
            return known.value();
        }
        V value = question.apply(key);
        answers.put(key, new Answer<>(value, now)); // counted before it was asked: a change in between spoils it
        return value;
    }
}
