package nl.plein.cms.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;

/** Removes a type that nothing is made of. */
@ApplicationScoped
public class RemoveType {

    @Inject
    Access access;

    @Inject
    AgencyContext agencies;

    @Inject
    ContentTypes types;

    @Inject
    TypeRows rows;

    /**
     * @throws nl.plein.cms.kernel.Invalid {@code unknown-type}
     * @throws Conflict {@code type-in-use} while entries, the trash included, are of this type or a type allows this block
     */
    @Transactional
    public void perform(String key) {
        perform(key, Seen.ANY);
    }

    /** The same for somebody who has seen a definition. @param seen tags of the type, see {@link ContentType#tag} */
    @Transactional
    public void perform(String key, Seen seen) {
        access.require(Permission.MODEL_MANAGE, agencies.current());
        rows.lock();
        ContentType type = types.get(key);
        seen.refuseOther(type.tag());
        long count = rows.countOf(type);
        if (count > 0) {
            throw new Conflict(
                    "type-in-use",
                    count + " " + (count == 1 ? "entry is" : "entries are") + " of the type \"" + key
                            + "\": delete them for good first.");
        }
        rows.remove(type);
    }
}
