package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.plein.cms.content.GroupPaths;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.tenancy.SiteRef;

/**
 * What groups ask of an act: each has a slug of its own, keeps it while something is published for it, and has the pages under its
 * prefix to itself.
 */
@ApplicationScoped
class GroupRules {

    private static final int MOST_FINDINGS = 100;

    @Inject
    Ground ground;

    @Inject
    OpenGroups groups;

    /** Whether the act changes which groups there are, or where they lie. */
    static boolean concern(Act act) {
        return act.parts().stream().anyMatch(part -> part.kind() == PartKind.GROUP);
    }

    /**
     * @throws Conflict {@code slug-taken}, {@code group-in-use}, {@code path-taken}
     * @throws Invalid  {@code not-publishable} with a finding for each page that lies where it may not
     */
    void check(SiteRef site, Plan plan) {
        Map<String, String> open = groups.of(site.id());
        if (open.isEmpty() && !concern(plan.act) && plan.arriving.stream().noneMatch(GroupRules::isOfGroup)) {
            return;
        }
        GroupPaths now = new GroupPaths(site, open);
        Set<String> moved = new TreeSet<>();
        GroupPaths then = now;
        for (PartChange part : plan.act.parts()) {
            if (part.kind() == PartKind.GROUP) {
                Optional<String> slug = slugOf(part);
                then = then.with(part.key(), slug);
                if (!slug.equals(now.slugOf(part.key()))) {
                    moved.add(part.key());
                }
            }
        }
        refuseTakenSlugs(plan, open, then);
        for (String group : moved) {
            refuseInUse(site, plan, group, then);
        }
        refuseStrayPages(plan.act.openings().values(), then);
    }

    private static boolean isOfGroup(Standing standing) {
        return standing.audience().isGroup();
    }

    private static Optional<String> slugOf(PartChange part) {
        return Optional.ofNullable(part.value()).map(value -> value.path("slug").asString(""));
    }

    private static void refuseTakenSlugs(Plan plan, Map<String, String> open, GroupPaths then) {
        Set<String> ids = new TreeSet<>(open.keySet());
        plan.act.parts().stream().filter(part -> part.kind() == PartKind.GROUP).forEach(part -> ids.add(part.key()));
        Set<String> slugs = new HashSet<>();
        for (String id : ids) {
            then.slugOf(id).filter(slug -> !slugs.add(slug)).ifPresent(slug -> {
                throw new Conflict(
                        "slug-taken", "Another group of this site has the slug \"" + slug + "\": choose another.");
            });
        }
    }

    /** A group that comes, goes or moves must leave no page behind, and find none. */
    private void refuseInUse(SiteRef site, Plan plan, String group, GroupPaths then) {
        if (staying(plan, ground.openFor(site.id(), "group:" + group))) {
            throw new Conflict(
                    "group-in-use",
                    "Entries are published for the group \"" + group
                            + "\": withdraw them before it goes, or gets another slug.");
        }
        for (String locale : then.slugOf(group).isPresent() ? site.locales() : List.<String>of()) {
            String front = then.front(then.slugOf(group).orElseThrow(), locale);
            if (staying(plan, ground.openUnder(site.id(), front))) {
                throw new Conflict(
                        "path-taken",
                        "Other pages lie under " + front + ", where this group would have its own: move them first.");
            }
        }
    }

    private static boolean staying(Plan plan, List<Standing> open) {
        return open.stream().anyMatch(standing -> !plan.translations.contains(standing.translation()));
    }

    private static void refuseStrayPages(Collection<Standing> opening, GroupPaths then) {
        List<Finding> findings = new ArrayList<>();
        for (Standing page : opening) {
            whyNot(page, then).ifPresent(findings::add);
        }
        if (!findings.isEmpty()) {
            throw new Invalid(
                    "not-publishable",
                    findings.get(0).message(),
                    findings.subList(0, Math.min(findings.size(), MOST_FINDINGS)));
        }
    }

    private static Optional<Finding> whyNot(Standing page, GroupPaths then) {
        Optional<String> own = page.audience().groupId();
        if (own.isPresent() && then.slugOf(own.get()).isEmpty()) {
            return Optional.of(new Finding("", "unknown-group", GroupPaths.unknown(own.get())));
        }
        Optional<String> owner =
                page.hasPage() ? then.ownerOf(page.translation().locale(), page.path()) : own;
        if (owner.equals(own)) {
            return Optional.empty();
        }
        return Optional.of(owner.map(group -> new Finding("", "reserved-path", GroupPaths.reserved(page.path(), group)))
                .orElseGet(() -> new Finding(
                        "",
                        "outside-group",
                        "Entry " + page.translation().entry() + " is for the group \"" + own.orElse("")
                                + "\", but " + page.path()
                                + " does not lie under it: give its place or audience anew.")));
    }
}
