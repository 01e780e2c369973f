package nl.plein.cms.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Changes of many entries, and what became of each. */
@ApplicationScoped
@Transactional
public class BulkChanges {

    @Inject
    @AgencyData
    EntityManager data;

    /** @throws NotFound {@code unknown-bulk-change} */
    public BulkRef get(SiteId site, JobId id) {
        return row(site, id).ref();
    }

    /** How many items came out in each way; every way is named. */
    public Map<ItemOutcome, Integer> counts(JobId id) {
        Map<ItemOutcome, Integer> counts = new EnumMap<>(ItemOutcome.class);
        for (ItemOutcome outcome : ItemOutcome.values()) {
            counts.put(outcome, 0);
        }
        data.createQuery(
                        "select i.outcome, count(i) from BulkItem i where i.bulk = :bulk group by i.outcome",
                        Object[].class)
                .setParameter("bulk", id.value())
                .getResultList()
                .forEach(row -> counts.put((ItemOutcome) row[0], ((Long) row[1]).intValue()));
        return counts;
    }

    /** In the order of the selection, by keyset. @param after number of the last one of the page before; 0 for the first page */
    public List<ItemRef> items(SiteId site, JobId id, Optional<ItemOutcome> outcome, int after, int most) {
        row(site, id);
        TypedQuery<BulkItem> items = data.createQuery(
                        "select i from BulkItem i where i.bulk = :bulk and i.number > :after"
                                + (outcome.isPresent() ? " and i.outcome = :outcome" : "") + " order by i.number",
                        BulkItem.class)
                .setParameter("bulk", id.value())
                .setParameter("after", after)
                .setMaxResults(most);
        outcome.ifPresent(one -> items.setParameter("outcome", one));
        return items.getResultStream().map(BulkItem::ref).toList();
    }

    BulkChange row(SiteId site, JobId id) {
        return Optional.ofNullable(data.find(BulkChange.class, id.value()))
                .filter(change -> change.ref().site().equals(site))
                .orElseThrow(() -> new NotFound(
                        "unknown-bulk-change", "There is no change of many entries with this id on this site."));
    }
}
