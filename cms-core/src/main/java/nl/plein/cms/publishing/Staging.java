package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/**
 * Writes rows that are visible at no version, before the site is locked; opening them is one bulk update. A batch is a
 * random number that belongs to one act.
 */
@ApplicationScoped
class Staging {

    /** A staging that is older was left behind by a crash. */
    static final Duration ABANDONED_AFTER = Duration.ofHours(2);

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    UniqueValues uniqueValues;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** @return the batch */
    @Transactional
    long begin(SiteId site) {
        long batch = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        data.persist(new StagingRow(batch, site, now()));
        return batch;
    }

    /** A batch and what of it is staged already. */
    record Begun(long batch, Map<TranslationKey, Standing> staged) {}

    /** Begins a batch with its first publications, in one transaction. */
    @Transactional
    Begun begin(SiteId site, List<Publishable> chunk) {
        long batch = begin(site);
        return new Begun(batch, publications(site, batch, chunk));
    }

    @Transactional
    Map<TranslationKey, Standing> publications(SiteId site, long batch, List<Publishable> chunk) {
        Instant now = now();
        Map<TranslationKey, Instant> first = firstPublished(site, chunk);
        Map<TranslationKey, Standing> staged = new LinkedHashMap<>();
        for (Publishable one : chunk) {
            UUID contentId = words(one);
            UUID id = ids.next();
            data.persist(PublicationInterval.staged(
                    id, site, batch, one, contentId, first.getOrDefault(one.translation(), now), now));
            staged.put(one.translation(), new Standing(id, one.translation(), one.audience(), one.path()));
        }
        return staged;
    }

    private UUID words(Publishable one) {
        UUID contentId = ids.next();
        data.persist(new PublicationContent(contentId, one.payload(), one.model()));
        refer(contentId, one.payload());
        uniqueValues.of(one, "").stream()
                .map(UniqueValues.Claim::id)
                .distinct()
                .forEach(value ->
                        data.persist(new PublicationReference(contentId, PublicationReference.Kind.VALUE, value)));
        return contentId;
    }

    /** A publication in place of another one, with other words and nothing else new. */
    @Transactional
    Standing instead(long batch, PublicationInterval row, Publishable what) {
        PublicationInterval staged = row.instead(ids.next(), batch, what, words(what));
        data.persist(staged);
        return staged.standing();
    }

    /** These publications again, with the same words. */
    @Transactional
    Map<TranslationKey, Standing> again(long batch, Collection<PublicationInterval> rows) {
        Map<TranslationKey, Standing> staged = new LinkedHashMap<>();
        for (PublicationInterval row : rows) {
            PublicationInterval copy = row.again(ids.next(), batch);
            data.persist(copy);
            staged.put(copy.translation(), copy.standing());
        }
        return staged;
    }

    @Transactional
    void parts(SiteId site, long batch, List<NewPart> parts) {
        for (NewPart part : parts) {
            UUID id = ids.next();
            data.persist(PartInterval.staged(id, site, batch, part));
            if (part.kind() != PartKind.REDIRECT) {
                refer(id, part.value());
            }
        }
        data.flush();
    }

    private void refer(UUID owner, JsonNode value) {
        NamedIds named = NamedIds.in(value);
        named.entries()
                .forEach(target ->
                        data.persist(new PublicationReference(owner, PublicationReference.Kind.ENTRY, target)));
        named.assets()
                .forEach(target ->
                        data.persist(new PublicationReference(owner, PublicationReference.Kind.ASSET, target)));
    }

    @Transactional
    void dropParts(SiteId site, long batch) {
        data.createQuery("delete from PublicationReference r where r.owner in"
                        + " (select p.id from PartInterval p where p.site = :site and p.changed = :staged)")
                .setParameter("site", site.value())
                .setParameter("staged", -batch)
                .executeUpdate();
        data.createQuery("delete from PartInterval p where p.site = :site and p.changed = :staged")
                .setParameter("site", site.value())
                .setParameter("staged", -batch)
                .executeUpdate();
    }

    /** Deletes all that was staged. Words that a roll-back shares with other publications stay. */
    @Transactional
    void drop(SiteId site, long batch) {
        dropParts(site, batch);
        dropPublications(site, batch);
        end(batch);
    }

    @Transactional
    void dropPublications(SiteId site, long batch) {
        List<UUID> contents = data.createQuery(
                        "select p.content from PublicationInterval p where p.span.site = :site and p.span.changed = :staged",
                        UUID.class)
                .setParameter("site", site.value())
                .setParameter("staged", -batch)
                .getResultList();
        for (String rows : List.of(
                "PublicationInterval p where p.id in (select s.id from PublicationSpan s where s.site = :site and s.changed = :staged)",
                "PublicationSpan s where s.site = :site and s.changed = :staged")) {
            data.createQuery("delete from " + rows)
                    .setParameter("site", site.value())
                    .setParameter("staged", -batch)
                    .executeUpdate();
        }
        dropUnused(contents);
    }

    private void dropUnused(List<UUID> contents) {
        List<UUID> used = Ground.inChunks(contents, chunk -> data.createQuery(
                        "select distinct p.content from PublicationInterval p where p.content in :ids", UUID.class)
                .setParameter("ids", chunk)
                .getResultList());
        List<UUID> unused = new ArrayList<>(contents);
        unused.removeAll(Set.copyOf(used));
        Ground.inChunks(unused, chunk -> {
            data.createQuery("delete from PublicationReference r where r.owner in :ids")
                    .setParameter("ids", chunk)
                    .executeUpdate();
            data.createQuery("delete from PublicationContent c where c.id in :ids")
                    .setParameter("ids", chunk)
                    .executeUpdate();
            return List.of();
        });
    }

    /** Forgets the batch once it is open or dropped. @return false if it was swept in the meantime */
    boolean end(long batch) {
        return data.createQuery("delete from StagingRow s where s.batch = :batch")
                        .setParameter("batch", batch)
                        .executeUpdate()
                > 0;
    }

    /** What crashed acts of the current agency have left behind. */
    @Transactional
    List<StagingRow> abandoned() {
        return data.createQuery("select s from StagingRow s where s.begun < :then", StagingRow.class)
                .setParameter("then", clock.instant().minus(ABANDONED_AFTER))
                .getResultList();
    }

    private Map<TranslationKey, Instant> firstPublished(SiteId site, List<Publishable> chunk) {
        List<UUID> entries = chunk.stream()
                .map(one -> one.translation().entry().value())
                .distinct()
                .toList();
        Map<TranslationKey, Instant> first = new HashMap<>();
        Ground.inChunks(entries, part -> {
            data.createQuery(
                            "select distinct p.entryId, p.locale, p.firstPublishedAt from PublicationInterval p"
                                    + " where p.site = :site and p.entryId in :entries and p.span.until > 0",
                            Object[].class)
                    .setParameter("site", site.value())
                    .setParameter("entries", part)
                    .getResultList()
                    .forEach(row -> first.put(
                            new TranslationKey(new EntryId((UUID) row[0]), (String) row[1]), (Instant) row[2]));
            return List.of();
        });
        return first;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
