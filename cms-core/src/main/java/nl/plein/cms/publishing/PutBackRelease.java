package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;
import org.jspecify.annotations.Nullable;

/**
 * Shows again what the translations of a release showed before it, as one version. What was published or taken away since
 * stays as it is, as somebody wanted that later. What was withdrawn or thrown away is not shown again. Drafts stay.
 */
@ApplicationScoped
public class PutBackRelease {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Access access;

    @Inject
    Moments moments;

    @Inject
    Staging staging;

    @Inject
    Trash trash;

    @Inject
    MakeVersion makeVersion;

    /**
     * @param version      that the release made
     * @param translations of the release
     * @return its {@link Receipt#skipped} are those that could not be put back
     * @throws nl.plein.cms.kernel.Stale {@code resync} if what was before is not kept any more
     */
    public Receipt perform(SiteId site, long version, List<TranslationKey> translations) {
        access.require(Permission.CONTENT_PUBLISH, site);
        if (version > 1) {
            moments.at(site, version - 1);
        }
        return makeVersion.perform(site, new Intent() {
            @Override
            public Act prepare(long batch, long newest) {
                return before(site, version, translations, batch);
            }

            @Override
            public boolean readsWholeSite() {
                return true;
            }
        });
    }

    private Act before(SiteId site, long version, List<TranslationKey> translations, long batch) {
        Map<TranslationKey, PublicationInterval> then = shownAt(site, version - 1, translations);
        Map<TranslationKey, PublicationInterval> after = shownAt(site, version, translations);
        Map<TranslationKey, PublicationInterval> now = shownAt(site, Versions.OPEN - 1, translations);
        Set<EntryId> thrown = new HashSet<>(trash.since(site, Instant.EPOCH));
        Map<TranslationKey, PublicationInterval> openings = new HashMap<>();
        Map<TranslationKey, Closing> closings = new HashMap<>();
        int skipped = 0;
        for (TranslationKey one : translations) {
            @Nullable PublicationInterval before = then.get(one);
            @Nullable PublicationInterval open = now.get(one);
            boolean hidden = before != null && (before.closing() == Closing.WITHDRAWN || thrown.contains(one.entry()));
            boolean changedSince = !same(after.get(one), open);
            skipped += hidden || changedSince ? 1 : 0;
            if (changedSince || same(before, open)) {
                continue;
            }
            if (before != null && !hidden) {
                openings.put(one, before);
            } else if (open != null) {
                closings.put(one, Closing.SUPERSEDED);
            }
        }
        return new Act(
                "release-roll-back",
                staging.again(batch, openings.values()),
                closings,
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                skipped);
    }

    private static boolean same(@Nullable PublicationInterval one, @Nullable PublicationInterval other) {
        return one == null || other == null ? one == other : one.id().equals(other.id());
    }

    private Map<TranslationKey, PublicationInterval> shownAt(
            SiteId site, long version, Collection<TranslationKey> translations) {
        List<UUID> entries =
                translations.stream().map(key -> key.entry().value()).distinct().toList();
        Map<TranslationKey, PublicationInterval> shown = new HashMap<>();
        Ground.inChunks(entries, chunk -> data.createQuery(
                                "select p from PublicationInterval p where p.site = :site and p.entryId in :entries"
                                        + " and p.span.since <= :version and p.span.until > :version",
                                PublicationInterval.class)
                        .setHint("eclipselink.read-only", true)
                        .setParameter("site", site.value())
                        .setParameter("entries", chunk)
                        .setParameter("version", version)
                        .getResultList())
                .forEach(row -> shown.put(row.translation(), row));
        shown.keySet().retainAll(Set.copyOf(translations));
        return shown;
    }
}
