package nl.plein.cms.theme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;

/** The theme packages of the agency. */
@ApplicationScoped
@Transactional
public class ThemePackages {

    private static final Pattern FULL_NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}@[0-9a-f]{64}");

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    AgencyContext context;

    /** Whether this names an uploaded package and not a theme of the installation. */
    public static boolean isFullName(String name) {
        return FULL_NAME.matcher(name).matches();
    }

    /** Newest first. */
    public List<ThemePackageRef> all() {
        return data.createQuery("select t from ThemePackage t order by t.uploadedAt desc, t.sha256", ThemePackage.class)
                .getResultStream()
                .map(found -> found.ref(context.current()))
                .toList();
    }

    public Optional<ThemePackageRef> find(String sha256) {
        return data.createQuery("select t from ThemePackage t where t.sha256 = :sha256", ThemePackage.class)
                .setParameter("sha256", sha256)
                .getResultStream()
                .findFirst()
                .map(found -> found.ref(context.current()));
    }

    /** By the name that sites use. */
    public Optional<ThemePackageRef> named(String fullName) {
        return Optional.of(fullName)
                .filter(ThemePackages::isFullName)
                .flatMap(name -> find(name.substring(name.indexOf('@') + 1)))
                .filter(found -> found.fullName().equals(fullName));
    }

    /** The names of all blobs that the agency's packages are. */
    public List<String> allBlobs() {
        return data.createQuery("select t.sha256 from ThemePackage t", String.class)
                .getResultList();
    }
}
