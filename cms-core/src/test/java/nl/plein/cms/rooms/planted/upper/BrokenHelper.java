package nl.plein.cms.rooms.planted.upper;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Planted: everything that the house does not allow. */
public class BrokenHelper {

    @PersistenceContext
    EntityManager manager;

    javax.sql.DataSource database;

    Object trespass() {
        return Instant.now().toString() + manager.createNativeQuery("select 1");
    }
}
