package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Trash;
import nl.plein.cms.kernel.AfterCommit;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.kernel.Witnesses;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteHead;
import nl.plein.cms.tenancy.SiteHeads;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.JsonNode;

/** The two halves of making a version: working it out beside the lock, and writing it under the lock. */
@ApplicationScoped
class VersionSteps {

    static final String SITE_DAY = "siteDay";

    private static final Set<String> LOCK_NOT_AVAILABLE = Set.of("HYT00", "55P03", "40P01", "40001");

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Sites sites;

    @Inject
    SiteHeads heads;

    @Inject
    Planner planner;

    @Inject
    Staging staging;

    @Inject
    IntervalWriter intervals;

    @Inject
    Eraser eraser;

    @Inject
    Trash trash;

    @Inject
    Audit audit;

    @Inject
    Calling calling;

    @Inject
    Witnesses witnesses;

    @Inject
    AfterCommit afterCommit;

    @Inject
    LockTimes lockTimes;

    @Inject
    Clock clock;

    /** Works the act out and stages what it will open. */
    @Transactional
    Plan prepare(SiteId site, long batch, Intent intent) {
        SiteRef ref = sites.get(site);
        Plan plan = plan(ref, batch, intent);
        staging.parts(site, batch, plan.partOpenings);
        return plan;
    }

    /**
     * Locks the site, looks whether the plan still holds, and makes the version.
     *
     * @param held gets the nanoseconds that the site was locked, once the version is committed
     * @throws LockTimeout after 10 seconds
     */
    @Transactional
    Receipt make(SiteId site, long batch, Intent intent, Plan prepared, AtomicLong held) {
        SiteHead head = lock(site);
        long began = System.nanoTime();
        SiteRef now = head.ref();
        intent.refuseUnseen(now);
        intent.refuseTaken(site);
        if (!intent.readsWholeSite()) {
            refuseErased(site, prepared);
        }
        refuseThrownAway(site, prepared);
        Plan plan = prepared;
        if (!planner.holds(site, prepared, intent.readsWholeSite(), now.version())) {
            plan = prepareAnew(now, batch, intent);
        }
        if (!staging.end(batch)) {
            throw new Stale("staging-expired", "Preparing this took too long and was given up: try again.");
        }
        intent.alongside();
        if (plan.changesNothing()) {
            Receipt nothing = Receipt.nothing(site, now.version(), clock.instant());
            witnesses.tell(nothing);
            return nothing;
        }
        long version = head.nextVersion();
        intervals.write(site, batch, version, plan);
        eraser.overwrite(site, version, plan.act.erased(), plan.act.assets());
        settle(head, plan);
        Receipt receipt = receipt(site, version, plan).locked(millisSince(began));
        data.persist(new SiteVersion(receipt));
        audit.record("publishing." + receipt.act(), "site/" + site, details(receipt));
        witnesses.tell(receipt);
        data.flush();
        afterCommit.run(() -> {
            held.set(System.nanoTime() - began);
            lockTimes.add(site, held.get());
        });
        return receipt;
    }

    private static void settle(SiteHead head, Plan plan) {
        for (NewPart part : plan.partOpenings) {
            if (part.kind() == PartKind.SETTING && part.key().equals("site")) {
                SiteRef settled = PartRules.settled(head.ref(), part.value());
                head.settle(settled.name(), settled.timeZone(), settled.locales());
            }
        }
    }

    private Plan prepareAnew(SiteRef now, long batch, Intent intent) {
        if (intent.readsWholeSite()) {
            staging.dropPublications(now.id(), batch);
        }
        staging.dropParts(now.id(), batch);
        Plan plan = plan(now, batch, intent);
        staging.parts(now.id(), batch, plan.partOpenings);
        return plan;
    }

    private Plan plan(SiteRef site, long batch, Intent intent) {
        Act act = intent.prepare(batch, site.version());
        return planner.plan(site, site.version() == 0 ? withDay(act, site) : act, site.version());
    }

    /** A site's first version also says which day it is there; from then on {@link TurnSiteDays} moves it. */
    private Act withDay(Act act, SiteRef site) {
        if (act.parts().stream().anyMatch(part -> part.key().equals(SITE_DAY))) {
            return act;
        }
        List<PartChange> parts = new ArrayList<>(act.parts());
        parts.add(TurnSiteDays.dayIs(LocalDate.ofInstant(clock.instant(), site.zone())));
        return new Act(
                act.name(),
                act.openings(),
                act.closings(),
                parts,
                act.marks(),
                act.erased(),
                act.assets(),
                act.declined(),
                act.skipped());
    }

    private SiteHead lock(SiteId site) {
        try {
            return heads.lock(site);
        } catch (PersistenceException e) {
            if (isTimeout(e)) {
                throw new LockTimeout(site, e);
            }
            throw e;
        }
    }

    private static boolean isTimeout(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Words that were staged before an erasure must not come back after it. */
    private void refuseErased(SiteId site, Plan prepared) {
        if (intervals.anyErasedSince(site, prepared)) {
            throw new Stale("entry-erased", "One of these entries was erased in the meantime: leave it out.");
        }
    }

    /** What was put in the trash after it was staged must not be seen. */
    private void refuseThrownAway(SiteId site, Plan prepared) {
        if (prepared.act.openings().isEmpty()) {
            return;
        }
        Set<EntryId> thrown = new HashSet<>(trash.since(site, clock.instant().minus(Staging.ABANDONED_AFTER)));
        for (TranslationKey opening : prepared.act.openings().keySet()) {
            if (thrown.contains(opening.entry())) {
                throw new Stale(
                        "entry-in-trash",
                        "Entry " + opening.entry()
                                + " was put in the trash in the meantime: leave it out or take it back.");
            }
        }
    }

    private Receipt receipt(SiteId site, long version, Plan plan) {
        return new Receipt(
                site,
                version,
                plan.act.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                calling.current().person(),
                0,
                plan.made(),
                plan.changed,
                plan.removed,
                plan.parts(),
                plan.act.skipped(),
                Optional.empty());
    }

    private static JsonNode details(Receipt receipt) {
        return Json.mapper()
                .createObjectNode()
                .put("version", receipt.version())
                .put("made", receipt.made())
                .put("changed", receipt.changed())
                .put("removed", receipt.removed())
                .put("parts", receipt.parts());
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began + 500_000) / 1_000_000;
    }
}
