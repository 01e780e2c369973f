package nl.plein.cms.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;

/** Forgets addresses that no draft and no publication links to any more. Once a day is enough; it may be done at any time. */
@ApplicationScoped
public class ForgetLinks {

    @Inject
    OldUses oldUses;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    public void perform() {
        Optional<UUID> last = Optional.empty();
        do {
            List<LinkUse> page = oldUses.page(last);
            for (LinkUse use : page) {
                context.in(use.agency(), () -> calling.as(Caller.SYSTEM, () -> oldUses.forgetUnlessShown(use)));
            }
            last = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).id());
        } while (last.isPresent());
        oldUses.forgetUnused();
    }
}
