package nl.plein.cms.testkit;

import com.arjuna.ats.jta.TransactionManager;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Tells EclipseLink where the transaction manager is when there is no application server. */
public class StandaloneTransactions extends JTATransactionController {

    @Override
    protected jakarta.transaction.TransactionManager acquireTransactionManager() {
        return TransactionManager.transactionManager();
    }
}
