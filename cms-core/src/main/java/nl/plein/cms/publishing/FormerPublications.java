package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.SoundPayloads;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** Open publications whose words were written under an older version of the model. */
@ApplicationScoped
class FormerPublications {

    static final int MOST = 500;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentTypes types;

    @Inject
    SoundPayloads payloads;

    @Inject
    Translations translations;

    @Inject
    Staging staging;

    /** A publication and what it says by the fields of today. */
    record Converted(PublicationInterval row, Publishable now) {}

    /** @param converted those that say something otherwise; the others are done with this */
    record Page(List<Converted> converted, int looked, Optional<UUID> last) {}

    record Staged(long batch, Map<TranslationKey, Standing> standings) {}

    /** Reads the next ones, and notes of those that can stay as they are that today's fields say them. */
    @Transactional
    Page page(SiteId site, String key, Optional<UUID> after) {
        long model = types.version();
        ContentType type = types.get(key);
        List<Object[]> rows = data.createQuery(
                        "select p, c.payload, c.model from PublicationInterval p, PublicationContent c"
                                + " where p.site = :site and p.typeKey = :type and p.span.until = :open"
                                + " and c.id = p.content and c.model < :model and p.id > :after order by p.id",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("type", key)
                .setParameter("open", Versions.OPEN)
                .setParameter("model", model)
                .setParameter("after", after.orElse(Nil.ID))
                .setMaxResults(MOST)
                .getResultList();
        Map<TranslationKey, RevisionId> carried = carried(site, rows);
        List<Converted> converted = new ArrayList<>();
        List<UUID> same = new ArrayList<>();
        Optional<UUID> last = Optional.empty();
        for (Object[] row : rows) {
            PublicationInterval interval = (PublicationInterval) row[0];
            JsonNode before = (JsonNode) row[1];
            JsonNode now = payloads.now(type, before, (Long) row[2]);
            last = Optional.of(interval.id());
            if (now.equals(before) && interval.page().title().equals(type.titleOf(now))) {
                same.add(interval.content());
            } else if (!interval.isErased()) {
                RevisionId revision = carried.getOrDefault(interval.translation(), interval.revision());
                converted.add(new Converted(interval, interval.saying(type.titleOf(now), revision, now, model)));
            }
        }
        saidBy(model, same);
        return new Page(converted, rows.size(), last);
    }

    @Transactional
    boolean any(SiteId site, String type, long model) {
        return !data.createQuery(
                        "select p.id from PublicationInterval p, PublicationContent c where p.site = :site"
                                + " and p.typeKey = :type and p.span.until = :open and c.id = p.content"
                                + " and c.model < :model",
                        UUID.class)
                .setParameter("site", site.value())
                .setParameter("type", type)
                .setParameter("open", Versions.OPEN)
                .setParameter("model", model)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private Map<TranslationKey, RevisionId> carried(SiteId site, List<Object[]> rows) {
        Map<TranslationKey, RevisionId> shown = new HashMap<>();
        rows.forEach(row -> {
            PublicationInterval interval = (PublicationInterval) row[0];
            shown.put(interval.translation(), interval.revision());
        });
        return translations.carriedDrafts(site, shown);
    }

    private void saidBy(long model, List<UUID> contents) {
        Ground.inChunks(contents, chunk -> {
            data.createQuery("update PublicationContent c set c.model = :model where c.id in :ids")
                    .setParameter("model", model)
                    .setParameter("ids", chunk)
                    .executeUpdate();
            return List.of();
        });
    }

    @Transactional
    Staged stage(SiteId site, List<Converted> converted) {
        long batch = staging.begin(site);
        Map<TranslationKey, Standing> standings = new LinkedHashMap<>();
        for (Converted one : converted) {
            standings.put(one.now().translation(), staging.instead(batch, one.row(), one.now()));
        }
        return new Staged(batch, standings);
    }
}
