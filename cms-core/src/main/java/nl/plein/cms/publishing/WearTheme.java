package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives a site another theme, as a version; the site's own settings and tokens stay. Back to the theme before in one call. */
@ApplicationScoped
public class WearTheme {

    private static final String KEY = "theme";

    @Inject
    Access access;

    @Inject
    SiteParts parts;

    @Inject
    Moments moments;

    @Inject
    ChangeSiteParts changeSiteParts;

    /**
     * @param name of a theme of the installation, or the full name of a package of the agency
     * @throws nl.plein.cms.kernel.Invalid {@code unknown-theme}
     */
    public Receipt perform(SiteId site, String name, Seen seen) {
        access.require(Permission.THEME_MANAGE, site);
        ObjectNode value = parts.find(site, PartKind.THEME, KEY, Viewer.PUBLIC, moments.now(site))
                .map(part -> (ObjectNode) part.value().deepCopy())
                .orElseGet(() -> Json.mapper().createObjectNode());
        return change(site, value.put("name", name), seen);
    }

    /** As the site was dressed before its present theme. @throws Conflict {@code no-earlier-theme} */
    public Receipt before(SiteId site, Seen seen) {
        access.require(Permission.THEME_MANAGE, site);
        JsonNode earlier = parts.before(site, PartKind.THEME, KEY)
                .orElseThrow(() -> new Conflict("no-earlier-theme", "This site has never had another theme."));
        return change(site, earlier, seen);
    }

    private Receipt change(SiteId site, JsonNode value, Seen seen) {
        return changeSiteParts.perform(site, List.of(new PartChange(PartKind.THEME, KEY, value)), seen);
    }
}
