package nl.plein.cms.tenancy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import nl.plein.cms.kernel.InstallationKey;
import nl.plein.cms.kernel.Secrets;

/** The key is made at the first start, and at the first after a restore, and kept in the database. */
@ApplicationScoped
public class StoredInstallationKey implements InstallationKey {

    /** Of its row; a restore leaves that out. */
    public static final String NAME = "cursor-key";

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Secrets secrets;

    private volatile byte[] key = new byte[0];

    @Transactional
    void load(@Observes @Priority(Migrations.FIRST + 5) Startup event) {
        InstallationSecret found = platform.find(InstallationSecret.class, NAME);
        if (found == null) {
            found = new InstallationSecret(NAME, secrets.next());
            platform.persist(found);
        }
        key = found.secret().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes() {
        if (key.length == 0) {
            throw new IllegalStateException("the key is asked for before the installation has started");
        }
        return key.clone();
    }
}
