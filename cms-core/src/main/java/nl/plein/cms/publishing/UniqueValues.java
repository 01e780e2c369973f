package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.FieldValue;
import nl.plein.cms.model.Model;
import nl.plein.cms.tenancy.AgencyData;

/**
 * Values that one entry of a type has and no other. Each is kept as an id made of it, beside what the words refer to; whether
 * another has it is asked under the lock, where nobody can take it meanwhile.
 */
@ApplicationScoped
class UniqueValues {

    private static final int MOST_FINDINGS = 100;

    /**
     * A value that must be the entry's own.
     *
     * @param id      the same for the same value of the same field of a type
     * @param pointer to it, from the list of what is published
     */
    record Claim(UUID id, TranslationKey by, String pointer, String field) {}

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    /** What a draft must have for itself. @param pointer to the draft */
    List<Claim> of(Publishable draft, String pointer) {
        return types.find(draft.type()).stream()
                .flatMap(type -> model
                        .values(type, draft.payload(), field -> field.rules().unique())
                        .stream())
                .map(value -> new Claim(
                        id(draft.type(), value),
                        draft.translation(),
                        pointer + "/fields" + value.pointer(),
                        value.field().key()))
                .toList();
    }

    private static UUID id(String type, FieldValue value) {
        String hash = Hashes.sha256(type + "\n" + value.path() + "\n" + Json.canonical(value.value()));
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hash));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /**
     * Call it under the site's lock.
     *
     * @param replaced translations whose open publication is about to close
     * @throws Invalid {@code not-publishable} with a finding for each value that another entry has
     */
    void refuseTaken(SiteId site, List<Claim> claims, Set<TranslationKey> replaced) {
        List<Finding> findings = taken(site, claims, replaced);
        if (!findings.isEmpty()) {
            throw new Invalid(
                    "not-publishable",
                    findings.get(0).message(),
                    findings.subList(0, Math.min(findings.size(), MOST_FINDINGS)));
        }
    }

    /** A finding for each value that another entry has now; only under the site's lock is it the last word. */
    List<Finding> taken(SiteId site, List<Claim> claims, Set<TranslationKey> replaced) {
        Map<UUID, EntryId> holders = new HashMap<>();
        Ground.inChunks(claims.stream().map(Claim::id).distinct().toList(), chunk -> open(site, chunk)).stream()
                .filter(holder -> !replaced.contains(holder.translation()))
                .forEach(holder ->
                        holders.put(holder.value(), holder.translation().entry()));
        List<Finding> findings = new ArrayList<>();
        for (Claim claim : claims) {
            EntryId holder = holders.putIfAbsent(claim.id(), claim.by().entry());
            if (holder != null && !holder.equals(claim.by().entry())) {
                findings.add(new Finding(claim.pointer(), "value-taken", sentence(claim, holder)));
            }
        }
        return findings;
    }

    private record Holder(UUID value, TranslationKey translation) {}

    private List<Holder> open(SiteId site, List<UUID> values) {
        return data
                .createQuery(
                        "select r.target, p.entryId, p.locale from PublicationReference r, PublicationInterval p"
                                + " where r.target in :values and r.kind = :kind and p.content = r.owner"
                                + " and p.site = :site and p.span.until = :open",
                        Object[].class)
                .setParameter("values", values)
                .setParameter("kind", PublicationReference.Kind.VALUE)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN)
                .getResultList()
                .stream()
                .map(row -> new Holder((UUID) row[0], new TranslationKey(new EntryId((UUID) row[1]), (String) row[2])))
                .toList();
    }

    private static String sentence(Claim claim, EntryId holder) {
        return "Entry " + holder + " has this value of \"" + claim.field()
                + "\" already, and no two may share it: give one of them another.";
    }
}
