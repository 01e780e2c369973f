package nl.plein.api.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.PlatformData;

/** The server's own things under the names by which the core asks for them. */
@ApplicationScoped
public class Resources {

    @PersistenceUnit(unitName = "agency")
    EntityManagerFactory agencyUnit;

    @PersistenceUnit(unitName = "platform")
    EntityManagerFactory platformUnit;

    @Resource(lookup = "java:jboss/datasources/PleinDS")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Produces
    @AgencyData
    EntityManagerFactory agencyData() {
        return agencyUnit;
    }

    @Produces
    @PlatformData
    EntityManagerFactory platformData() {
        return platformUnit;
    }

    @Produces
    DataSource database() {
        return database;
    }

    @Produces
    @Background
    ThreadFactory threads() {
        return threads;
    }

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
