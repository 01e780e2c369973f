package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/** The moments of a site: now, at a version, at an instant. */
@ApplicationScoped
@Transactional
public class Moments {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Sites sites;

    public SiteMoment now(SiteId site) {
        return new SiteMoment(sites.get(site).version());
    }

    /**
     * @throws Invalid {@code unknown-version} if the site has not come so far
     * @throws Stale   {@code resync} if its history is not kept so far back
     */
    public SiteMoment at(SiteId site, long version) {
        long newest = sites.get(site).version();
        if (version < 0 || version > newest) {
            throw new Invalid(
                    "unknown-version",
                    "Site \"" + site + "\" has the versions 0 to " + newest + ": there is no version " + version + ".");
        }
        refuseForgotten(site, version);
        return new SiteMoment(version);
    }

    /** The newest version that was made at or before this instant; 0 before the first. */
    public SiteMoment at(SiteId site, Instant instant) {
        @Nullable
        Long version = data.createQuery(
                        "select max(v.number) from SiteVersion v where v.site = :site and v.madeAt <= :instant",
                        Long.class)
                .setParameter("site", site.value())
                .setParameter("instant", instant)
                .getSingleResult();
        long found = version == null ? 0 : version;
        refuseForgotten(site, found);
        return new SiteMoment(found);
    }

    /**
     * When a version was made; empty for 0 and for versions that the site has not. Two histories may come to one number,
     * after a restore, but not at one moment.
     */
    public Optional<Instant> madeAt(SiteId site, long version) {
        return Optional.ofNullable(data.find(SiteVersion.class, new SiteVersion.Key(site, version)))
                .map(row -> row.receipt().at());
    }

    void refuseForgotten(SiteId site, long version) {
        KeptHistory kept = data.find(KeptHistory.class, site.value());
        if (kept != null && version < kept.since() && version > 0) {
            throw new Stale(
                    "resync",
                    "The history of site \"" + site + "\" is kept from version " + kept.since()
                            + " on: start again from 0.");
        }
    }
}
