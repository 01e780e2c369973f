package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Several reads on one connection. Nothing that waits belongs in it. */
@ApplicationScoped
public class OneTransaction {

    @Transactional
    public <T> T of(Supplier<T> reads) {
        return reads.get();
    }
}
