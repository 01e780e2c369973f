package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/**
 * Shows what visitors see by the fields that its type has by now, in versions of at most {@value FormerPublications#MOST}.
 * Nobody is asked for approval and nothing becomes visible that was not: the words are those that were published, drafts
 * stay drafts. Idempotent.
 */
@ApplicationScoped
public class ConvertPublications {

    @Inject
    Access access;

    @Inject
    FormerPublications former;

    @Inject
    MakeVersion makeVersion;

    @Inject
    Ground ground;

    /**
     * @param last    the publication after which the next batch begins; empty after the last one
     * @param receipt of the version that was made; empty if all of the batch could stay as it is
     */
    public record Batch(Optional<UUID> last, int looked, Optional<Receipt> receipt) {}

    /**
     * @throws Stale {@code published-meanwhile} if somebody published, moved or withdrew one of them at this moment: again
     */
    public Batch perform(SiteId site, String type, Optional<UUID> after) {
        access.require(Permission.CONTENT_PUBLISH, site);
        FormerPublications.Page page = former.page(site, type, after);
        if (page.converted().isEmpty()) {
            return new Batch(page.last(), page.looked(), Optional.empty());
        }
        FormerPublications.Staged staged = former.stage(site, page.converted());
        Act act = Act.converting(staged.standings());
        Receipt receipt = makeVersion.perform(site, staged.batch(), new Intent() {
            @Override
            public Act prepare(long sameBatch, long version) {
                return act;
            }

            @Override
            public void refuseTaken(SiteId locked) {
                refuseOthers(locked, page);
            }
        });
        return new Batch(page.last(), page.looked(), Optional.of(receipt));
    }

    /** Whether visitors see texts of this type that were written under an older version of the model than this. */
    public boolean anyBefore(SiteId site, String type, long model) {
        return former.any(site, type, model);
    }

    /** What was published meanwhile must not be replaced by what was there before. */
    private void refuseOthers(SiteId site, FormerPublications.Page page) {
        Set<UUID> entries = new HashSet<>();
        Set<UUID> read = new HashSet<>();
        page.converted().forEach(one -> {
            entries.add(one.row().translation().entry().value());
            read.add(one.row().id());
        });
        ground.openOf(site, entries).forEach(open -> read.remove(open.publication()));
        if (!read.isEmpty()) {
            throw new Stale(
                    "published-meanwhile", "Somebody published one of these pages at the same moment: try again.");
        }
    }
}
