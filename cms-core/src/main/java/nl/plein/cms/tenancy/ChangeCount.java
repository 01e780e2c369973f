package nl.plein.cms.tenancy;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import nl.plein.cms.kernel.AfterCommit;

/** Counts what this node has changed of some kind of thing, so that nothing of it that was {@link Believed} outlives a change. */
public abstract class ChangeCount {

    @Inject
    AfterCommit afterCommit;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final AtomicLong count = new AtomicLong();

    /** To be said by whoever changes such a thing, before the transaction ends. */
    public void countAfterCommit() {
        afterCommit.run(count::incrementAndGet);
    }

    /** Answers to a question about such things. @param question asked of the database */
    public <K, V> Believed<K, V> believe(Function<K, V> question) {
        return new Believed<>(count::get, this::isInTransaction, question, System::nanoTime);
    }

    private boolean isInTransaction() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }
}
