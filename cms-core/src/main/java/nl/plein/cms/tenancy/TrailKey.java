package nl.plein.cms.tenancy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import nl.plein.cms.kernel.Secrets;

/**
 * The key by which the installation knows what it wrote into its trails itself. Made at the first start, kept in the database, and,
 * unlike the key of cursors, the same after a restore: the trail goes on.
 */
@ApplicationScoped
public class TrailKey {

    private static final String NAME = "trail-key";

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Secrets secrets;

    private volatile byte[] key = new byte[0];
    private volatile boolean fresh;

    @Transactional
    void load(@Observes @Priority(Migrations.FIRST + 5) Startup event) {
        InstallationSecret found = platform.find(InstallationSecret.class, NAME);
        if (found == null) {
            found = new InstallationSecret(NAME, secrets.next());
            platform.persist(found);
            fresh = true;
        }
        key = found.secret().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        if (key.length == 0) {
            throw new IllegalStateException("the key is asked for before the installation has started");
        }
        return key.clone();
    }

    /** Whether it was made at this start: what lies in the trails was written before there was one. */
    public boolean isFresh() {
        return fresh;
    }
}
