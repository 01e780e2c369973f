package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Makes one transaction of an act and of keeping its answer. */
@ApplicationScoped
class OneTransaction {

    @Transactional
    <T> T of(Supplier<T> work) {
        return work.get();
    }
}
