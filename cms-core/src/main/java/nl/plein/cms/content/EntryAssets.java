package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Which assets the revisions of an entry name, and which those of others do: for an erasure. Reads whole histories. */
@ApplicationScoped
@Transactional
public class EntryAssets {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Inject
    @AgencyData
    EntityManager data;

    /** Every id in any revision of the entry; those of assets are among them. */
    public Set<AssetId> namedBy(SiteId site, EntryId entry) {
        Set<AssetId> found = new HashSet<>();
        data.createQuery("select r from Revision r where r.site = :site and r.entry = :entry", Revision.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("entry", entry.value())
                .getResultStream()
                .forEach(revision -> ID.matcher(revision.payload().toString())
                        .results()
                        .forEach(id -> found.add(new AssetId(UUID.fromString(id.group())))));
        return found;
    }

    /** Whether any revision of another entry names the asset, be it an old one. */
    public boolean isNamedByOthers(SiteId site, AssetId asset, EntryId entry) {
        return data.createQuery(
                                "select count(r) from Revision r where r.site = :site and r.entry <> :entry"
                                        + " and locate(:asset, r.payload) > 0",
                                Long.class)
                        .setParameter("site", site.value())
                        .setParameter("entry", entry.value())
                        .setParameter("asset", asset.toString())
                        .getSingleResult()
                > 0;
    }
}
