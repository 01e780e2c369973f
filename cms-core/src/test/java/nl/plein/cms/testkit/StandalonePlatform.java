package nl.plein.cms.testkit;

import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.ExternalTransactionController;

/** EclipseLink's view of the "server" that the tests run on. */
public class StandalonePlatform extends ServerPlatformBase {

    public StandalonePlatform(DatabaseSession session) {
        super(session);
    }

    @Override
    public Class<? extends ExternalTransactionController> getExternalTransactionControllerClass() {
        return StandaloneTransactions.class;
    }
}
