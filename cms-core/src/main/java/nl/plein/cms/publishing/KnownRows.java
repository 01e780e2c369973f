package nl.plein.cms.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.AfterCommit;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.Believed;
import nl.plein.cms.tenancy.LocalChanges;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/**
 * What lies at a moment, from memory where it was read before and no version has touched it since ({@link Touches}), else
 * from the database. Only open publications are remembered. Inside a transaction nothing is: it may see what nobody else
 * sees yet. Takes about a sixteenth of the memory that Java may use.
 */
@ApplicationScoped
class KnownRows {

    /** Bytes that one row takes, in round numbers. */
    private static final int ROW = 1_024;

    @Inject
    PublicationRows rows;

    @Inject
    Touches touches;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    Sites sites;

    @Inject
    LocalChanges changes;

    @Inject
    AfterCommit afterCommit;

    private @Nullable Believed<SiteId, Long> versions;

    private final Cache<Key, Known> known = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 16 / ROW)
            .weigher((Key key, Known rows) -> 1 + rows.rows().size())
            .build();

    /** @param what the id of an entry, its own id or its place; they never equal each other */
    private record Key(SiteId site, Object what) {}

    /** @param version at which these were all there was */
    private record Known(Touches.Era era, long version, List<PublicationInterval> rows) {}

    @PostConstruct
    void open() {
        versions = changes.believe(site -> sites.get(site).version());
    }

    List<PublicationInterval> at(SiteId site, String path, SiteMoment moment) {
        String place = Place.of(path);
        if (isInTransaction()) {
            return rows.at(site, place, moment);
        }
        Touches.Era era = era(site, moment);
        var key = new Key(site, place);
        Optional<List<PublicationInterval>> found = allOf(key, era, moment, new Read.AtPath(path));
        if (found.isPresent()) {
            return found.get();
        }
        List<PublicationInterval> read = rows.at(site, place, moment);
        if (!read.isEmpty()) {
            keep(key, era, moment, read);
        }
        return read;
    }

    List<PublicationInterval> ofEntries(SiteId site, Collection<EntryId> entries, SiteMoment moment) {
        Set<EntryId> missing = new LinkedHashSet<>(entries);
        if (isInTransaction()) {
            return rows.ofEntries(site, ids(missing), moment);
        }
        Touches.Era era = era(site, moment);
        List<PublicationInterval> found = new ArrayList<>();
        missing.removeIf(entry -> allOf(new Key(site, entry), era, moment, new Read.OfEntry(entry))
                .map(found::addAll)
                .isPresent());
        if (!missing.isEmpty()) {
            Map<EntryId, List<PublicationInterval>> read = new HashMap<>();
            for (PublicationInterval row : rows.ofEntries(site, ids(missing), moment)) {
                read.computeIfAbsent(row.translation().entry(), entry -> new ArrayList<>())
                        .add(row);
                found.add(row);
            }
            missing.forEach(entry -> keep(new Key(site, entry), era, moment, read.getOrDefault(entry, List.of())));
        }
        return found;
    }

    /** @return by their own ids, those that lie there */
    Map<UUID, PublicationInterval> many(SiteId site, Collection<UUID> publications, SiteMoment moment) {
        Set<UUID> missing = new LinkedHashSet<>(publications);
        Map<UUID, PublicationInterval> found = new HashMap<>();
        if (isInTransaction()) {
            rows.many(site, missing, moment).forEach(row -> found.put(row.id(), row));
            return found;
        }
        Touches.Era era = era(site, moment);
        for (UUID id : publications) {
            lying(era, moment, known.getIfPresent(new Key(site, id))).ifPresent(row -> found.put(id, row));
        }
        missing.removeAll(found.keySet());
        for (PublicationInterval row :
                missing.isEmpty() ? List.<PublicationInterval>of() : rows.many(site, missing, moment)) {
            keep(new Key(site, row.id()), era, moment, List.of(row));
            found.put(row.id(), row);
        }
        return found;
    }

    /** Titles and paths of what was erased do not linger here until newer rows push them out. */
    void forgetAllAfterCommit() {
        afterCommit.run(known::invalidateAll);
    }

    /** It reaches the newest version, so that what was withdrawn after the moment is not taken for open. */
    private Touches.Era era(SiteId site, SiteMoment moment) {
        long newest = Objects.requireNonNull(versions).of(site);
        return touches.reach(site, Math.max(newest, moment.version()));
    }

    private static List<UUID> ids(Collection<EntryId> entries) {
        return entries.stream().map(EntryId::value).toList();
    }

    private boolean isInTransaction() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    /** @return empty unless what was read is also all that there was of it at this moment */
    private Optional<List<PublicationInterval>> allOf(Key key, Touches.Era era, SiteMoment moment, Read read) {
        return Optional.ofNullable(known.getIfPresent(key))
                .filter(one -> one.era() == era && one.version() <= moment.version())
                .filter(one -> era.isUntouched(one.version(), Set.of(read)))
                .map(Known::rows);
    }

    /** A row stays what it was until its entry is touched; it may have been read later than the moment. */
    private static Optional<PublicationInterval> lying(Touches.Era era, SiteMoment moment, @Nullable Known found) {
        return Optional.ofNullable(found)
                .filter(one -> one.era() == era)
                .filter(one -> era.isUntouched(one.version(), Set.of(readOf(one))))
                .map(one -> one.rows().get(0))
                .filter(row -> row.isVisibleAt(moment.version()));
    }

    private static Read readOf(Known one) {
        return new Read.OfEntry(one.rows().get(0).translation().entry());
    }

    private void keep(Key key, Touches.Era era, SiteMoment moment, List<PublicationInterval> read) {
        if (read.stream().allMatch(PublicationInterval::isOpen)) {
            known.put(key, new Known(era, moment.version(), List.copyOf(read)));
        }
    }
}
