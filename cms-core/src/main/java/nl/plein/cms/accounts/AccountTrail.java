package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.AgencyContext;

/** What happens to accounts, in the trail of the platform: signing in belongs to no agency. */
@ApplicationScoped
class AccountTrail {

    @Inject
    Audit audit;

    @Inject
    AgencyContext context;

    /** In a transaction that touches no agency's data. */
    void record(PersonId person, String action) {
        record("person/" + person, action);
    }

    /** Of somebody who gave the address of no account; which one is not kept. */
    void recordOfUnknown(String action) {
        record("person/unknown", action);
    }

    private void record(String subject, String action) {
        context.in(
                Audit.PLATFORM,
                () -> audit.record(action, subject, Json.mapper().createObjectNode()));
    }
}
