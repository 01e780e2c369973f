package nl.plein.cms.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.EntryLists;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;

/** Starts a job that changes many entries, or that brings back what another one changed. The job asks for each item whether it may. */
@ApplicationScoped
public class StartBulk {

    /** Items of a job, at most. */
    public static final int MOST = 10_000;

    private static final String ALL = "";

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Access access;

    @Inject
    Entries entries;

    @Inject
    EntryLists lists;

    @Inject
    BulkChanges changes;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * @return the job, which is also the id of the change
     * @throws Invalid {@code nothing-selected}, {@code too-many}, {@code unknown-locale}
     */
    @Transactional
    public JobId perform(SiteId id, BulkWish wish, Selection selection) {
        SiteRef site = access.require(Permission.CONTENT_WRITE, id);
        if (selection.locale().filter(one -> !site.locales().contains(one)).isPresent()) {
            throw new Invalid("unknown-locale", "The site has no such locale: choose one of " + site.locales() + ".");
        }
        Set<TranslationKey> items =
                wish.act().isOfTranslations() ? translations(site, selection) : allOf(entriesOf(id, selection));
        refuseNoneOrTooMany(items);
        JobId job = jobs.enqueue(RunBulk.KIND, id, Json.mapper().createObjectNode());
        data.persist(new BulkChange(job, id, wish, items.size(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        int number = 0;
        for (TranslationKey item : items) {
            number++;
            data.persist(new BulkItem(ids.next(), job, id, number, item.entry(), item.locale()));
        }
        record(id, job, wish.act(), items.size());
        return job;
    }

    /**
     * Undoes what a job changed and that has not changed since.
     *
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-bulk-change}
     * @throws Conflict {@code still-running}; {@code not-undoable} for what was an undo itself
     * @throws Invalid  {@code nothing-selected} if it changed nothing
     */
    @Transactional
    public JobId undo(SiteId site, JobId of) {
        access.require(Permission.CONTENT_WRITE, site);
        BulkChange change = changes.row(site, of);
        if (change.ref().wish().act() == BulkAct.UNDO) {
            throw new Conflict("not-undoable", "This brought back what another job had changed: start that one again.");
        }
        if (!jobs.get(site, of).state().isOver()) {
            throw new Conflict("still-running", "The job is still at work: wait for its end, or cancel it first.");
        }
        List<BulkItem> changed = data.createQuery(
                        "select i from BulkItem i where i.bulk = :bulk and i.outcome = :changed order by i.number desc",
                        BulkItem.class)
                .setParameter("bulk", of.value())
                .setParameter("changed", ItemOutcome.CHANGED)
                .getResultList();
        refuseNoneOrTooMany(changed);
        JobId job = jobs.enqueue(RunBulk.KIND, site, Json.mapper().createObjectNode());
        data.persist(new BulkChange(job, change, changed.size(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        int number = 0;
        for (BulkItem item : changed) {
            number++;
            data.persist(item.toUndo(ids.next(), job, number));
        }
        record(site, job, BulkAct.UNDO, changed.size());
        return job;
    }

    private static void refuseNoneOrTooMany(Collection<?> items) {
        if (items.isEmpty()) {
            throw new Invalid("nothing-selected", "There is nothing to change: select at least one entry.");
        }
        if (items.size() > MOST) {
            throw new Invalid("too-many", "A job changes at most 10,000 items: select fewer.");
        }
    }

    private Set<EntryId> entriesOf(SiteId site, Selection selection) {
        Set<EntryId> found = new LinkedHashSet<>(selection.entries());
        selection.filter().ifPresent(filter -> listed(site, filter).forEach(key -> found.add(key.entry())));
        return found;
    }

    private Set<TranslationKey> translations(SiteRef site, Selection selection) {
        Set<TranslationKey> found = new LinkedHashSet<>();
        for (EntryId entry : selection.entries()) {
            List<String> locales = selection.locale().map(List::of).orElseGet(() -> localesOf(site, entry));
            locales.forEach(locale -> found.add(new TranslationKey(entry, locale)));
        }
        selection.filter().ifPresent(filter -> found.addAll(listed(site.id(), filter)));
        return found;
    }

    /** What is not there is an item, too, which will say so. */
    private List<String> localesOf(SiteRef site, EntryId entry) {
        return entries.find(site.id(), entry)
                .map(found -> found.translations().stream()
                        .map(translation -> translation.locale())
                        .toList())
                .orElse(site.locales().subList(0, 1));
    }

    private Set<TranslationKey> listed(SiteId site, EntryLists.Wanted filter) {
        Set<TranslationKey> found = new LinkedHashSet<>();
        EntryLists.Page page = lists.list(site, filter);
        page.rows().forEach(row -> found.add(row.translation().key()));
        while (page.next().isPresent() && found.size() <= MOST) {
            page = lists.list(site, filter.after(page.next().get()));
            page.rows().forEach(row -> found.add(row.translation().key()));
        }
        return found;
    }

    private static Set<TranslationKey> allOf(Set<EntryId> entries) {
        Set<TranslationKey> items = new LinkedHashSet<>();
        entries.forEach(entry -> items.add(new TranslationKey(entry, ALL)));
        return items;
    }

    private void record(SiteId site, JobId job, BulkAct act, int items) {
        audit.record(
                "bulk.start",
                "site/" + site,
                Json.mapper()
                        .createObjectNode()
                        .put("job", job.toString())
                        .put("act", act.key())
                        .put("items", items));
    }
}
