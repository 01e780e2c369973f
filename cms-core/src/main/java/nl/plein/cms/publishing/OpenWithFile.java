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
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** Stages what visitors see with a file once more, so that a version in which only the file changes touches all that shows it. */
@ApplicationScoped
class OpenWithFile {

    private static final int AT_ONCE = 500;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Ids ids;

    /** What is open of the site and names the file. */
    @Transactional
    List<PublicationInterval> of(SiteId site, AssetId asset) {
        return data.createQuery(
                        "select p from PublicationInterval p where p.site = :site and p.span.until = :open"
                                + " and p.content in (select r.owner from PublicationReference r"
                                + " where r.target = :target and r.kind = :kind) order by p.id",
                        PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN)
                .setParameter("target", asset.value())
                .setParameter("kind", PublicationReference.Kind.ASSET)
                .getResultList();
    }

    /**
     * @param words  what becomes of a payload; the same object if nothing
     * @param sha256 of the file as it will be; empty if it will be none
     */
    @Transactional
    Map<TranslationKey, Standing> again(
            long batch, List<PublicationInterval> rows, UnaryOperator<JsonNode> words, String sha256) {
        Map<TranslationKey, Standing> staged = new LinkedHashMap<>();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<PublicationInterval> chunk = rows.subList(from, Math.min(from + AT_ONCE, rows.size()));
            Map<UUID, UUID> other =
                    otherWords(chunk.stream().map(PublicationInterval::content).toList(), words);
            for (PublicationInterval row : chunk) {
                UUID content = other.getOrDefault(row.content(), row.content());
                PublicationInterval copy = row.withOtherFile(ids.next(), batch, content, sha256);
                data.persist(copy);
                staged.put(copy.translation(), copy.standing());
            }
        }
        return staged;
    }

    /** Writes those words anew that are to be others. @return by the id of the former ones */
    private Map<UUID, UUID> otherWords(List<UUID> contents, UnaryOperator<JsonNode> words) {
        Map<UUID, UUID> other = new HashMap<>();
        data.createQuery("select c from PublicationContent c where c.id in :ids", PublicationContent.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("ids", contents)
                .getResultList()
                .forEach(content -> {
                    JsonNode changed = words.apply(content.payload());
                    if (changed != content.payload()) {
                        UUID id = ids.next();
                        data.persist(new PublicationContent(id, changed, content.model()));
                        other.put(content.id(), id);
                    }
                });
        if (!other.isEmpty()) {
            data.createQuery("select r from PublicationReference r where r.owner in :ids", PublicationReference.class)
                    .setHint("eclipselink.read-only", true)
                    .setParameter("ids", new ArrayList<>(other.keySet()))
                    .getResultList()
                    .forEach(named -> data.persist(named.of(Objects.requireNonNull(other.get(named.owner())))));
        }
        return other;
    }
}
