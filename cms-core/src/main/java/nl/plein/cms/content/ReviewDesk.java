package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;

/**
 * What lies on the caller's desk: pages that somebody has to look at again. They lie on their owner's; those of nobody, and those
 * of somebody who may not write on the site any more, lie on the desks of all who may publish there.
 */
@ApplicationScoped
@Transactional
public class ReviewDesk {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentSites sites;

    @Inject
    Access access;

    @Inject
    Calling calling;

    @Inject
    SiteAuthors authors;

    @Inject
    Persons persons;

    @Inject
    Entries entries;

    @Inject
    Clock clock;

    /** Why a page lies there. */
    public enum Why {
        YOURS,
        OWNER_LEFT,
        NO_OWNER
    }

    /** @param title and {@code path} in the first locale of the site that the entry has; the path may be empty */
    public record Due(
            EntryId entry,
            String type,
            String locale,
            String title,
            String path,
            LocalDate reviewOn,
            Optional<Person> owner,
            Why why) {}

    /** Where a page of the list ended. */
    public record Spot(LocalDate reviewOn, UUID entry) {}

    /** Of an entry. @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}, also for one in the trash */
    public Upkeep of(SiteId site, EntryId entry) {
        sites.forWriting(site);
        return entries.live(site, entry).upkeep();
    }

    /** By their dates, the oldest first; by keyset: give the last one of the page before. Without what is in the trash or laid aside. */
    public List<Due> page(SiteId id, Optional<Spot> after, int most) {
        SiteRef site = sites.forWriting(id);
        Optional<PersonId> me = calling.current().person();
        Set<UUID> here =
                authors.of(site).stream().map(author -> author.id().value()).collect(Collectors.toSet());
        List<Entry> due = query(site, me, here, after).setMaxResults(most).getResultList();
        Map<UUID, List<Translation>> translations = translationsOf(due);
        return due.stream()
                .flatMap(entry -> translations.getOrDefault(entry.id(), List.of()).stream()
                        .min(Comparator.comparingInt(one -> site.locales().indexOf(one.locale())))
                        .map(one -> due(entry, one, me))
                        .stream())
                .toList();
    }

    private TypedQuery<Entry> query(SiteRef site, Optional<PersonId> me, Set<UUID> here, Optional<Spot> after) {
        boolean takesOver = access.may(Permission.CONTENT_PUBLISH, site);
        TypedQuery<Entry> query = data.createQuery(
                        "select e from Entry e where e.site = :site and e.reviewOn <= :today"
                                + " and e.deletedAt is null and e.archivedAt is null"
                                + (takesOver ? " and (e.owner = :me or e.owner not in :here)" : " and e.owner = :me")
                                + (after.isEmpty()
                                        ? ""
                                        : " and (e.reviewOn > :on or e.reviewOn = :on and e.id > :entry)")
                                + " order by e.reviewOn, e.id",
                        Entry.class)
                .setParameter("site", site.id().value())
                .setParameter(
                        "today",
                        clock.instant().atZone(site.zone()).toLocalDate().toString())
                .setParameter("me", me.map(PersonId::value).orElse(NOBODY));
        if (takesOver) {
            query.setParameter("here", here.isEmpty() ? Set.of(NOBODY) : here);
        }
        after.ifPresent(
                spot -> query.setParameter("on", spot.reviewOn().toString()).setParameter("entry", spot.entry()));
        return query;
    }

    /** No person and not {@link NoId#NONE}, so that what has no owner is nobody's own. */
    private static final UUID NOBODY = new UUID(0, 1);

    private Map<UUID, List<Translation>> translationsOf(List<Entry> due) {
        if (due.isEmpty()) {
            return Map.of();
        }
        return data.createQuery("select t from Translation t where t.entry in :ids", Translation.class)
                .setParameter("ids", due.stream().map(Entry::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(Translation::entry));
    }

    private Due due(Entry entry, Translation translation, Optional<PersonId> me) {
        Optional<PersonId> owner = entry.upkeep().owner();
        Why why = owner.isEmpty() ? Why.NO_OWNER : owner.equals(me) ? Why.YOURS : Why.OWNER_LEFT;
        return new Due(
                entry.entryId(),
                entry.type(),
                translation.locale(),
                translation.title(),
                translation.path(),
                entry.upkeep().reviewOn().orElseThrow(),
                owner.flatMap(persons::find),
                why);
    }
}
