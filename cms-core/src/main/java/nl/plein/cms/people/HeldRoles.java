package nl.plein.cms.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Objects;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.Believed;
import org.jspecify.annotations.Nullable;

/**
 * The roles that a person holds, for {@link Access}, which is asked several times in every request: believed for half a
 * second, but read anew after each change of this node, and by a transaction, which may have changed them itself.
 */
@ApplicationScoped
class HeldRoles {

    @Inject
    Memberships memberships;

    @Inject
    PeopleChanges changes;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private @Nullable Believed<PersonId, List<Membership>> believed;

    @PostConstruct
    void open() {
        believed = new Believed<>(changes::count, memberships::of);
    }

    List<Membership> of(PersonId person) {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? Objects.requireNonNull(believed).of(person)
                : memberships.of(person);
    }
}
