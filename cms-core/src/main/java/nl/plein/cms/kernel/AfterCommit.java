package nl.plein.cms.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Runs something once the current transaction has committed: a wake-up, never work that must not be lost. */
@ApplicationScoped
public class AfterCommit {

    @Inject
    TransactionSynchronizationRegistry transactions;

    /** Without a transaction it runs at once; after a roll-back never. */
    public void run(Runnable wakeUp) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            wakeUp.run();
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    wakeUp.run();
                }
            }
        });
    }
}
