package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;

/** All sites of the installation. Ids and hostnames are unique across agencies. */
@ApplicationScoped
@Transactional
public class Sites {

    @Inject
    @PlatformData
    EntityManager platform;

    public Optional<SiteRef> find(SiteId id) {
        return Optional.ofNullable(platform.find(SiteHead.class, id.value())).map(SiteHead::ref);
    }

    /** @throws NotFound {@code unknown-site} */
    public SiteRef get(SiteId id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** @param host as a client sent it, without port; letter case does not matter */
    public Optional<SiteRef> byHost(String host) {
        return Optional.ofNullable(platform.find(SiteHost.class, host.toLowerCase(Locale.ROOT)))
                .flatMap(found -> find(found.site()));
    }

    /** Names the state of a site: its version, whether it is open, and its hostnames. */
    public String tagOf(SiteRef site) {
        var hosts = hostsOf(site.id()).stream()
                .map(host -> host.host() + (host.isCanonical() ? "!" : ""))
                .toList();
        return Hashes.sha256(site.version() + " " + site.state() + " " + hosts).substring(0, 32);
    }

    /** Hostnames of a site, the canonical one first. */
    public List<SiteHost> hostsOf(SiteId id) {
        return platform.createQuery(
                        "select h from SiteHost h where h.site = :site order by h.canonical desc, h.host",
                        SiteHost.class)
                .setParameter("site", id.value())
                .getResultList();
    }

    /** The one that the others redirect to. */
    Optional<String> canonicalHost(SiteId id) {
        return hostsOf(id).stream()
                .filter(SiteHost::isCanonical)
                .map(SiteHost::host)
                .findFirst();
    }

    public List<SiteRef> ofAgency(AgencyId agency) {
        return platform.createQuery("select s from SiteHead s where s.agency = :agency order by s.id", SiteHead.class)
                .setParameter("agency", agency.value())
                .getResultStream()
                .map(SiteHead::ref)
                .toList();
    }

    public List<SiteRef> all() {
        return platform.createQuery("select s from SiteHead s order by s.id", SiteHead.class)
                .getResultStream()
                .map(SiteHead::ref)
                .toList();
    }

    /** The one refusal for a site that is not there and for one that the caller may not know of. */
    public static NotFound unknown(SiteId id) {
        return new NotFound(
                "unknown-site",
                "There is no site \"" + id + "\" here. GET /delivery/v1/sites lists those you may read.");
    }
}
