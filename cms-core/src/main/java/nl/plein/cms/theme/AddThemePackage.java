package nl.plein.cms.theme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;

/** Keeps a package that was tried and found sound. Idempotent: the same bytes are kept once. */
@ApplicationScoped
public class AddThemePackage {

    private static final int MOST = 200;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Access access;

    @Inject
    ThemePackages packages;

    @Inject
    Audit audit;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * @param name    of the theme
     * @param version as its maker numbers it
     * @throws nl.plein.cms.kernel.NotPermitted without {@code theme.manage}
     * @throws Conflict                         {@code too-many-themes}
     */
    @Transactional
    public ThemePackageRef perform(AgencyId agency, String name, String version, BlobStore.Stored stored) {
        access.require(Permission.THEME_MANAGE, agency);
        Optional<ThemePackageRef> known = packages.find(stored.sha256());
        if (known.isPresent()) {
            return known.get();
        }
        if (packages.allBlobs().size() >= MOST) {
            throw new Conflict("too-many-themes", "An agency keeps at most " + MOST + " theme packages.");
        }
        var ref = new ThemePackageRef(agency, name, version, stored.sha256(), stored.size(), clock.instant());
        data.persist(new ThemePackage(ids.next(), ref));
        audit.record(
                "theme.add-package", "theme/" + ref.fullName(), Json.mapper().createObjectNode());
        return ref;
    }
}
