package nl.plein.cms.content;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import nl.plein.cms.tenancy.SiteRef;
import org.jspecify.annotations.Nullable;

/** The groups of a site, asked for once in an act that places hundreds of pages. */
@Dependent
class KnownGroups {

    @Inject
    GroupSlugs slugs;

    private @Nullable GroupPaths known;

    GroupPaths of(SiteRef site) {
        GroupPaths paths = known;
        if (paths == null) {
            paths = new GroupPaths(site, slugs.of(site.id()));
            known = paths;
        }
        return paths;
    }
}
