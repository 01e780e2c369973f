package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Writes a plan as a version, by bulk updates, while the site is locked. */
@ApplicationScoped
class IntervalWriter {

    private static final List<Audience> SITE_WIDE = List.of(Audience.EVERYONE, Audience.GOVERNMENT, Audience.AGENCY);

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Ground ground;

    void write(SiteId site, long batch, long version, Plan plan) {
        close(site, version, plan);
        leave(site, plan.leaving);
        plan.arriving.forEach(standing -> data.persist(new HeldPlace(site, standing)));
        open("PublicationSpan", site, batch, version, plan.act.openings().size());
        closeParts(version, plan.partClosings);
        open("PartInterval", site, batch, version, plan.partOpenings.size());
        withdrawOlder(site, version, plan.withdrawn);
        withdrawWider(site, version, plan.narrowed);
        mark(site, version, plan.act.marks());
    }

    /** Whether an entry that the plan opens, or one of its references, was erased after the plan was made. */
    boolean anyErasedSince(SiteId site, Plan plan) {
        Set<UUID> erased = new HashSet<>(ground.erasedAfter(site, plan.seen));
        return !erased.isEmpty()
                && plan.act.openings().keySet().stream()
                        .anyMatch(key -> erased.contains(key.entry().value()));
    }

    private void close(SiteId site, long version, Plan plan) {
        for (Closing why : List.of(Closing.SUPERSEDED, Closing.WITHDRAWN)) {
            List<UUID> closing = new ArrayList<>();
            plan.closings.forEach((id, reason) -> {
                if (reason == why) {
                    closing.add(id);
                }
            });
            // Neighbours in time lie on the same pages of the database.
            closing.sort(null);
            inChunks(closing, chunk -> {
                int closed = data.createQuery("update PublicationSpan p set p.until = :version,"
                                + " p.changed = :version, p.closing = :why"
                                + " where p.id in :ids and p.until = :open")
                        .setParameter("version", version)
                        .setParameter("why", why)
                        .setParameter("ids", chunk)
                        .setParameter("open", Versions.OPEN)
                        .executeUpdate();
                expect(chunk.size(), closed);
            });
        }
    }

    /** Each place is held by the entry that leaves it: what took it meanwhile is never thrown out. */
    private void leave(SiteId site, List<Standing> leaving) {
        Map<List<String>, List<Standing>> alike = new HashMap<>();
        leaving.forEach(one -> alike.computeIfAbsent(
                        List.of(one.audience().value(), one.translation().locale()), key -> new ArrayList<>())
                .add(one));
        alike.forEach((key, standings) -> inChunks(
                standings,
                chunk -> expect(
                        chunk.size(),
                        data.createQuery(
                                        "delete from HeldPlace h where h.place in :places and h.site = :site"
                                                + " and h.audience = :audience and h.locale = :locale and h.entryId in :entries")
                                .setParameter(
                                        "places",
                                        chunk.stream().map(Standing::place).toList())
                                .setParameter("site", site.value())
                                .setParameter("audience", key.get(0))
                                .setParameter("locale", key.get(1))
                                .setParameter(
                                        "entries",
                                        chunk.stream()
                                                .map(one -> one.translation()
                                                        .entry()
                                                        .value())
                                                .toList())
                                .executeUpdate())));
    }

    private void open(String rows, SiteId site, long batch, long version, int expected) {
        if (expected == 0) {
            return;
        }
        int opened = data.createQuery("update " + rows + " p set p.since = :version, p.until = :open,"
                        + " p.changed = :version where p.site = :site and p.changed = :staged")
                .setParameter("version", version)
                .setParameter("open", Versions.OPEN)
                .setParameter("site", site.value())
                .setParameter("staged", -batch)
                .executeUpdate();
        expect(expected, opened);
    }

    private void closeParts(long version, Collection<UUID> parts) {
        inChunks(
                parts,
                chunk -> expect(
                        chunk.size(),
                        data.createQuery("update PartInterval p set p.until = :version, p.changed = :version"
                                        + " where p.id in :ids and p.until = :open")
                                .setParameter("version", version)
                                .setParameter("ids", chunk)
                                .setParameter("open", Versions.OPEN)
                                .executeUpdate()));
    }

    private void withdrawOlder(SiteId site, long version, Set<TranslationKey> translations) {
        byLocale(translations)
                .forEach((locale, entries) -> inChunks(entries, chunk -> withdraw("", site, version, locale, chunk)
                        .executeUpdate()));
    }

    private void withdrawWider(SiteId site, long version, Map<TranslationKey, Audience> narrowed) {
        for (Audience audience : new HashSet<>(narrowed.values())) {
            Set<TranslationKey> translations = new HashSet<>(narrowed.keySet());
            translations.removeIf(key -> !audience.equals(narrowed.get(key)));
            List<String> covered = new ArrayList<>(List.of(audience.value()));
            SITE_WIDE.stream().filter(audience::covers).map(Audience::value).forEach(covered::add);
            String wider = " and p.audience not in :covered"
                    + (audience.isGroup() ? "" : " and p.audience not like 'group:%'");
            byLocale(translations)
                    .forEach((locale, entries) ->
                            inChunks(entries, chunk -> withdraw(wider, site, version, locale, chunk)
                                    .setParameter("covered", covered)
                                    .executeUpdate()));
        }
    }

    private Query withdraw(String further, SiteId site, long version, String locale, List<UUID> entries) {
        return data.createQuery("update PublicationSpan s set s.closing = :withdrawn, s.changed = :version"
                        + " where s.until > 0 and s.until < :open and s.closing = :superseded"
                        + " and s.id in (select p.id from PublicationInterval p"
                        + " where p.site = :site and p.entryId in :entries and p.locale = :locale" + further + ")")
                .setParameter("withdrawn", Closing.WITHDRAWN)
                .setParameter("version", version)
                .setParameter("site", site.value())
                .setParameter("entries", entries)
                .setParameter("locale", locale)
                .setParameter("open", Versions.OPEN)
                .setParameter("superseded", Closing.SUPERSEDED);
    }

    private void mark(SiteId site, long version, Set<UUID> publications) {
        inChunks(publications, chunk -> data.createQuery("update PublicationSpan p set p.closing = :withdrawn,"
                        + " p.changed = :version where p.site = :site and p.id in :ids"
                        + " and p.until > 0 and p.until < :open")
                .setParameter("withdrawn", Closing.WITHDRAWN)
                .setParameter("version", version)
                .setParameter("site", site.value())
                .setParameter("ids", chunk)
                .setParameter("open", Versions.OPEN)
                .executeUpdate());
    }

    private static Map<String, List<UUID>> byLocale(Collection<TranslationKey> translations) {
        Map<String, List<UUID>> entries = new HashMap<>();
        for (TranslationKey key : translations) {
            EntryId entry = key.entry();
            entries.computeIfAbsent(key.locale(), locale -> new ArrayList<>()).add(entry.value());
        }
        return entries;
    }

    private static <K> void inChunks(Collection<K> keys, java.util.function.Consumer<List<K>> work) {
        Ground.inChunks(keys, chunk -> {
            work.accept(chunk);
            return List.of();
        });
    }

    /** The lock and the plan make this certain; a version that is half there must never be committed. */
    private static void expect(int expected, int found) {
        if (expected != found) {
            throw new IllegalStateException("a version was to change " + expected + " rows but met " + found);
        }
    }
}
