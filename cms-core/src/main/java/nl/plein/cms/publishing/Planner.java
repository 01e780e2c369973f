package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;

/** Works an act out against what is open, and tells later whether the result still holds. Changes nothing. */
@ApplicationScoped
class Planner {

    /** More changes than this since a plan was made are not compared: the plan is made anew. */
    private static final int MOST_COMPARED = 2_000;

    @Inject
    Ground ground;

    @Inject
    GroupRules groupRules;

    /**
     * @throws nl.plein.cms.kernel.Conflict {@code path-taken}, {@code redirect-loop}, and what {@link GroupRules} say
     * @throws nl.plein.cms.kernel.Invalid  {@code not-publishable} for pages that lie where they may not
     */
    Plan plan(SiteRef ref, Act act, long seen) {
        SiteId site = ref.id();
        var plan = new Plan(act, seen);
        plan.translations.addAll(act.translations());
        Map<TranslationKey, Standing> before = openOf(site, plan.translations);
        close(plan, before);
        move(plan, before);
        groupRules.check(ref, plan);
        Pages pages = pages(site, plan, before);
        pages.refuseCollisions();
        new RedirectRules(ground, site, plan, pages).apply();
        return plan;
    }

    /**
     * Whether everything the plan looked at is still as it was.
     *
     * @param now the version that is about to be followed by the plan's
     */
    boolean holds(SiteId site, Plan plan, boolean readsWholeSite, long now) {
        if (plan.seen == now) {
            return true;
        }
        if (readsWholeSite || GroupRules.concern(plan.act)) {
            return false;
        }
        Collection<Standing> changed = ground.changedAfter(site, plan.seen, MOST_COMPARED);
        Collection<SitePart> parts = ground.partsChangedAfter(site, plan.seen, MOST_COMPARED);
        return changed.size() < MOST_COMPARED
                && parts.size() < MOST_COMPARED
                && changed.stream().noneMatch(one -> concerns(plan, one))
                && parts.stream().noneMatch(part -> concerns(plan, part));
    }

    private static boolean concerns(Plan plan, Standing changed) {
        return plan.translations.contains(changed.translation())
                || plan.act.erased().contains(changed.translation().entry())
                || (changed.hasPage() && plan.places.contains(Place.of(changed.path())));
    }

    private static boolean concerns(Plan plan, SitePart changed) {
        return changed.kind() == PartKind.GROUP
                || plan.partClosings.contains(changed.id())
                || plan.places.contains(Place.of(changed.key()))
                || changed.targetEntry()
                        .map(TranslationKey::entry)
                        .filter(plan.act.erased()::contains)
                        .isPresent()
                || changed.targetPath()
                        .map(Place::of)
                        .filter(plan.places::contains)
                        .isPresent();
    }

    /** The pages as they would stand after this, if the site stays as it is. */
    Pages pagesAfter(SiteId site, Act act) {
        var plan = new Plan(act, 0);
        plan.translations.addAll(act.translations());
        return pages(site, plan, openOf(site, plan.translations));
    }

    private Map<TranslationKey, Standing> openOf(SiteId site, Set<TranslationKey> translations) {
        Set<UUID> entries = new HashSet<>();
        translations.forEach(key -> entries.add(key.entry().value()));
        Map<TranslationKey, Standing> open = new HashMap<>();
        for (Standing standing : ground.openOf(site, entries)) {
            if (translations.contains(standing.translation())) {
                open.put(standing.translation(), standing);
            }
        }
        return open;
    }

    private static void close(Plan plan, Map<TranslationKey, Standing> before) {
        for (Standing old : before.values()) {
            Standing next = plan.act.openings().get(old.translation());
            if (next == null) {
                Closing why = plan.act.closings().getOrDefault(old.translation(), Closing.SUPERSEDED);
                plan.closings.put(old.publication(), why);
                plan.removed++;
                if (why == Closing.WITHDRAWN) {
                    plan.withdrawn.add(old.translation());
                }
            } else if (next.audience().covers(old.audience())) {
                plan.closings.put(old.publication(), Closing.SUPERSEDED);
                plan.changed++;
            } else {
                plan.closings.put(old.publication(), Closing.WITHDRAWN);
                plan.narrowed.put(old.translation(), next.audience());
                plan.changed++;
            }
        }
        // What was taken away while nothing was open may have to be withdrawn all the same.
        plan.act.closings().forEach((translation, why) -> {
            if (why == Closing.WITHDRAWN) {
                plan.withdrawn.add(translation);
            }
        });
    }

    private static void move(Plan plan, Map<TranslationKey, Standing> before) {
        Map<TranslationKey, Standing> openings = plan.act.openings();
        before.forEach((translation, old) -> {
            Standing next = openings.get(translation);
            if (next == null || !next.replaces(old)) {
                plan.leaving.add(old);
            }
        });
        openings.forEach((translation, next) -> {
            Standing old = before.get(translation);
            if (old == null || !next.replaces(old)) {
                plan.arriving.add(next);
            }
        });
    }

    private Pages pages(SiteId site, Plan plan, Map<TranslationKey, Standing> before) {
        Set<String> places = new HashSet<>();
        before.values().stream().filter(Standing::hasPage).forEach(one -> places.add(Place.of(one.path())));
        plan.act.openings().values().stream()
                .filter(Standing::hasPage)
                .forEach(one -> places.add(Place.of(one.path())));
        plan.act.parts().forEach(part -> places.add(Place.of(part.key())));
        plan.places.addAll(places);
        List<Standing> staying = new ArrayList<>();
        for (Standing standing : ground.openAt(site, places)) {
            if (!plan.translations.contains(standing.translation())) {
                staying.add(standing);
            }
        }
        return new Pages(before, plan.act.openings(), staying);
    }
}
