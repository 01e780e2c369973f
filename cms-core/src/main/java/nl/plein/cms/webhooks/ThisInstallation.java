package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.InstallationKey;

/**
 * What this installation is called in the rows of its webhooks. A restore makes another installation of it, which sends nothing
 * before somebody says so: else a copy that was made to try something would speak to the receivers of the real one.
 */
@ApplicationScoped
class ThisInstallation {

    @Inject
    InstallationKey key;

    String name() {
        return Hashes.sha256("webhooks of " + HexFormat.of().formatHex(key.bytes()));
    }
}
