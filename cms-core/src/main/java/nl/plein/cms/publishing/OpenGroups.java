package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import nl.plein.cms.content.GroupSlugs;
import nl.plein.cms.kernel.SiteId;

/** Tells content by the site's parts which groups there are. */
@ApplicationScoped
class OpenGroups implements GroupSlugs {

    @Inject
    SiteParts parts;

    @Override
    @Transactional
    public Map<String, String> of(SiteId site) {
        Map<String, String> slugs = new HashMap<>();
        parts.groups(site)
                .forEach(group ->
                        slugs.put(group.key(), group.value().path("slug").asString("")));
        return slugs;
    }
}
