package nl.plein.cms.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets whoever wants an act hear what it comes to within the act's own transaction, and write that down there. */
@ApplicationScoped
public class Witnesses {

    private static final ThreadLocal<@Nullable Consumer<Object>> CURRENT = new ThreadLocal<>();

    /** @param witness hears of each outcome in its transaction; what it throws makes the act fail */
    public <T> T heardBy(Consumer<Object> witness, Supplier<T> act) {
        CURRENT.set(witness);
        try {
            return act.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** Called by an act that decides in a transaction of its own, before it ends. */
    public void tell(Object outcome) {
        Consumer<Object> witness = CURRENT.get();
        if (witness != null) {
            witness.accept(outcome);
        }
    }
}
