package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.EntryRef;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.EntryImpact.Address;
import nl.plein.cms.publishing.EntryImpact.DraftLink;
import nl.plein.cms.publishing.EntryImpact.Listed;
import nl.plein.cms.publishing.EntryImpact.Moving;
import nl.plein.cms.publishing.EntryImpact.Named;
import nl.plein.cms.publishing.EntryImpact.Obstacle;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;

/** What has to do with an entry: who points at it, what it points at, where it is listed. */
@ApplicationScoped
@Transactional
class Surroundings {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Ground ground;

    @Inject
    Planner planner;

    @Inject
    References references;

    @Inject
    nl.plein.cms.content.References draftReferences;

    /** What the act would change of what is open now. @throws nl.plein.cms.kernel.Refusal as {@link Planner#plan} */
    Plan plan(SiteRef site, Act act) {
        return planner.plan(site, act, site.version());
    }

    /** Open publications of these entries. */
    Map<TranslationKey, Standing> openOf(SiteId site, Set<UUID> entries) {
        Map<TranslationKey, Standing> open = new HashMap<>();
        ground.openOf(site, entries).forEach(standing -> open.put(standing.translation(), standing));
        return open;
    }

    EntryImpact around(
            SiteRef site,
            Viewer viewer,
            EntryRef entry,
            Optional<Obstacle> obstacle,
            List<Address> addresses,
            List<String> givingWay,
            List<Moving> moving) {
        List<PageRef> own = open(site.id(), Set.of(entry.id().value()));
        return new EntryImpact(
                obstacle,
                addresses,
                ground.redirectsToEntries(site.id(), List.of(entry.id())).stream()
                        .filter(part -> !part.isTombstone() && viewer.sees(part.audience()))
                        .map(SitePart::key)
                        .sorted()
                        .toList(),
                givingWay,
                seen(viewer, linking(site, entry)),
                drafts(site, viewer, entry),
                menus(site, entry),
                entry.translations().stream()
                        .map(one -> new EntryImpact.Locale(
                                one.locale(), one.title(), one.path(), isOpen(own, one.locale())))
                        .toList(),
                under(site, entry.id()),
                moving,
                lists(site, viewer, entry),
                seen(viewer, targets(site, entry)));
    }

    private static boolean isOpen(List<PageRef> own, String locale) {
        return own.stream().anyMatch(page -> page.locale().equals(locale));
    }

    /** Redirects and tombstones that the plan closes and puts nothing in the place of, by their paths. */
    List<String> givingWay(SiteRef site, Plan plan) {
        Set<String> kept = new HashSet<>();
        plan.partOpenings.forEach(part -> kept.add(part.key()));
        return ground.partsAt(site.id(), plan.places).stream()
                .filter(part -> plan.partClosings.contains(part.id()) && !kept.contains(part.key()))
                .map(SitePart::key)
                .distinct()
                .sorted()
                .toList();
    }

    /** Entries that lie under this one, the trash left out. */
    long under(SiteRef site, EntryId entry) {
        return draftReferences.under(site.id(), entry);
    }

    private List<PageRef> linking(SiteRef site, EntryRef entry) {
        return references.toEntry(site.id(), entry.id()).stream()
                .filter(page -> !page.entry().equals(entry.id()))
                .toList();
    }

    private static Named<PageRef> seen(Viewer viewer, List<PageRef> pages) {
        List<PageRef> visible =
                pages.stream().filter(page -> viewer.sees(page.audience())).toList();
        return new Named<>(
                visible.subList(0, Math.min(visible.size(), EntryImpact.MOST)),
                pages.size(),
                pages.size() - visible.size());
    }

    private Named<DraftLink> drafts(SiteRef site, Viewer viewer, EntryRef entry) {
        List<nl.plein.cms.content.References.Use> uses = draftReferences.allUsesOf(site.id(), entry.id()).stream()
                .filter(use -> !use.translation().entry().equals(entry.id()))
                .toList();
        List<DraftLink> visible = uses.stream()
                .filter(use -> viewer.sees(use.audience()))
                .map(use -> new DraftLink(use.translation(), use.title(), use.place()))
                .toList();
        return new Named<>(
                visible.subList(0, Math.min(visible.size(), EntryImpact.MOST)),
                uses.size(),
                uses.size() - visible.size());
    }

    private List<String> menus(SiteRef site, EntryRef entry) {
        return data.createQuery(
                        "select r.partKey from PartInterval r where r.site = :site and r.kind = :menu and r.until = :open"
                                + " and r.id in (select n.owner from PublicationReference n where n.target = :entry"
                                + " and n.kind = :kind) order by r.partKey",
                        String.class)
                .setParameter("site", site.id().value())
                .setParameter("menu", PartKind.MENU)
                .setParameter("open", Versions.OPEN)
                .setParameter("entry", entry.id().value())
                .setParameter("kind", PublicationReference.Kind.ENTRY)
                .getResultList();
    }

    /** Pages of entries that the published words of this one name. */
    private List<PageRef> targets(SiteRef site, EntryRef entry) {
        List<UUID> named = data.createQuery(
                        "select distinct n.target from PublicationReference n, PublicationInterval p"
                                + " where n.owner = p.content and n.kind = :kind and p.site = :site"
                                + " and p.span.until = :open and p.entryId = :entry",
                        UUID.class)
                .setParameter("kind", PublicationReference.Kind.ENTRY)
                .setParameter("site", site.id().value())
                .setParameter("open", Versions.OPEN)
                .setParameter("entry", entry.id().value())
                .getResultList();
        return open(site.id(), named);
    }

    private List<PageRef> open(SiteId site, Collection<UUID> entries) {
        return Ground.inChunks(entries, chunk -> data.createQuery(
                        "select p from PublicationInterval p where p.site = :site and p.span.until = :open"
                                + " and p.entryId in :entries order by p.path, p.id",
                        PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN)
                .setParameter("entries", chunk)
                .getResultStream()
                .map(PublicationInterval::page)
                .toList());
    }

    /** Lists of its type, in each locale in which it is or would be. */
    private List<Listed> lists(SiteRef site, Viewer viewer, EntryRef entry) {
        Map<String, Long> counts = new HashMap<>();
        data.createQuery(
                        "select p.locale, count(p) from PublicationInterval p where p.site = :site"
                                + " and p.span.until = :open and p.typeKey = :type and p.audience in :audiences"
                                + " group by p.locale",
                        Object[].class)
                .setParameter("site", site.id().value())
                .setParameter("open", Versions.OPEN)
                .setParameter("type", entry.type())
                .setParameter("audiences", audiences(viewer))
                .getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        List<Listed> lists = new ArrayList<>();
        entry.translations()
                .forEach(one ->
                        lists.add(new Listed(entry.type(), one.locale(), counts.getOrDefault(one.locale(), 0L))));
        return lists;
    }

    private static List<String> audiences(Viewer viewer) {
        return viewer.audiences().stream().map(Audience::value).toList();
    }
}
