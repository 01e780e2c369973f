package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Trash;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;

/** Shows visitors of some translations again what they saw before, as one version; drafts stay as they are. */
@ApplicationScoped
public class ReopenPublications {

    /** What visitors see of a translation. */
    public record Open(UUID publication) {}

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Access access;

    @Inject
    Staging staging;

    @Inject
    Trash trash;

    @Inject
    MakeVersion makeVersion;

    /** What visitors see of these, whoever may; nothing for those of which they see nothing. */
    @Transactional
    public Map<TranslationKey, Open> open(SiteId site, Collection<TranslationKey> translations) {
        Set<TranslationKey> wanted = new HashSet<>(translations);
        List<UUID> entries =
                wanted.stream().map(key -> key.entry().value()).distinct().toList();
        Map<TranslationKey, Open> open = new HashMap<>();
        Ground.inChunks(entries, chunk -> data.createQuery(
                                "select p.entryId, p.locale, p.id from PublicationInterval p where p.site = :site"
                                        + " and p.span.until = :open and p.entryId in :entries",
                                Object[].class)
                        .setParameter("site", site.value())
                        .setParameter("open", Versions.OPEN)
                        .setParameter("entries", chunk)
                        .getResultList())
                .forEach(row -> {
                    var key = new TranslationKey(new EntryId((UUID) row[0]), (String) row[1]);
                    if (wanted.contains(key)) {
                        open.put(key, new Open((UUID) row[2]));
                    }
                });
        return open;
    }

    /**
     * @param former by translation, the publication that is to be seen again
     * @throws Conflict {@code withdrawn} if one was withdrawn or erased, or its entry lies in the trash; {@code path-taken}
     */
    public Receipt perform(SiteId site, Map<TranslationKey, UUID> former) {
        access.require(Permission.CONTENT_PUBLISH, site);
        return makeVersion.perform(site, new Intent() {
            @Override
            public Act prepare(long batch, long version) {
                return new Act(
                        "reopen",
                        staging.again(batch, rows(site, former)),
                        Map.of(),
                        List.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        0);
            }

            /** What is withdrawn in between must not come back. */
            @Override
            public boolean readsWholeSite() {
                return true;
            }
        });
    }

    private List<PublicationInterval> rows(SiteId site, Map<TranslationKey, UUID> former) {
        List<PublicationInterval> rows = Ground.inChunks(List.copyOf(former.values()), chunk -> data.createQuery(
                        "select p from PublicationInterval p where p.site = :site and p.id in :ids and p.span.until > 0",
                        PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("ids", chunk)
                .getResultList());
        Set<EntryId> thrown = new HashSet<>(trash.since(site, Instant.EPOCH));
        boolean sound = rows.size() == former.size()
                && rows.stream()
                        .noneMatch(row -> row.isErased()
                                || row.closing() == Closing.WITHDRAWN
                                || thrown.contains(row.translation().entry()));
        if (!sound) {
            throw new Conflict(
                    "withdrawn", "What was seen before was withdrawn, erased or thrown away: it stays hidden.");
        }
        return rows;
    }
}
