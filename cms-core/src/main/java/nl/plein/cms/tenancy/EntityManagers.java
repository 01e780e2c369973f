package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SynchronizationType;
import jakarta.transaction.TransactionScoped;
import java.util.Map;
import nl.plein.cms.kernel.AgencyId;

/**
 * One entity manager for each transaction and kind of table. The agency's is bound to its agency when it is made;
 * EclipseLink adds the agency to every statement. (A container-managed one would keep the last agency in the session it
 * shares, and show it to a transaction that named none.)
 */
@ApplicationScoped
class EntityManagers {

    @Inject
    @AgencyData
    EntityManagerFactory agencyData;

    @Inject
    @PlatformData
    EntityManagerFactory platformData;

    @Inject
    AgencyContext context;

    @Produces
    @TransactionScoped
    @AgencyData
    EntityManager ofAgency() {
        AgencyId agency = context.current();
        var manager = agencyData.createEntityManager(
                SynchronizationType.SYNCHRONIZED, Map.of("eclipselink.tenant-id", agency.value()));
        return TransactionBoundEntityManager.guarding(manager, () -> refuseOther(agency));
    }

    @Produces
    @TransactionScoped
    @PlatformData
    EntityManager ofPlatform() {
        return TransactionBoundEntityManager.guarding(
                platformData.createEntityManager(SynchronizationType.SYNCHRONIZED), () -> {});
    }

    void closeAgency(@Disposes @AgencyData EntityManager manager) {
        manager.close();
    }

    void closePlatform(@Disposes @PlatformData EntityManager manager) {
        manager.close();
    }

    private void refuseOther(AgencyId bound) {
        if (!context.current().equals(bound)) {
            throw new IllegalStateException(
                    "this transaction belongs to agency " + bound + " and can't reach " + context.current());
        }
    }
}
