package nl.plein.cms.content;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import nl.plein.cms.tenancy.SiteRef;
import org.jspecify.annotations.Nullable;

/** The groups of a site, asked for once in an act that places hundreds of pages. */
@Dependent
class KnownGroups {

    @Inject
    GroupSlugs slugs;

    private final Map<String, String> coming = new HashMap<>();
    private @Nullable GroupPaths known;

    /** Groups that are not there yet will be there when what lies under them is published. */
    void expect(Map<String, String> more) {
        coming.putAll(more);
        known = null;
    }

    GroupPaths of(SiteRef site) {
        GroupPaths paths = known;
        if (paths == null) {
            Map<String, String> all = new HashMap<>(coming);
            all.putAll(slugs.of(site.id()));
            paths = new GroupPaths(site, all);
            known = paths;
        }
        return paths;
    }
}
