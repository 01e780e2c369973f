package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.ChangeSiteParts;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.node.ObjectNode;

/** Gives a site another name in its default locale, as its next version. Idempotent. */
@ApplicationScoped
class RenameSite {

    @Inject
    Sites sites;

    @Inject
    SiteParts parts;

    @Inject
    Moments moments;

    @Inject
    ChangeSiteParts changeSiteParts;

    void perform(SiteId id, String name) {
        SiteRef site = sites.get(id);
        if (site.name().equals(name)) {
            return;
        }
        changeSiteParts.perform(id, List.of(new PartChange(PartKind.SETTING, "site", settings(site, name))));
    }

    private ObjectNode settings(SiteRef site, String name) {
        ObjectNode settings = parts.at(site.id(), moments.now(site.id())).stream()
                .filter(part -> part.kind() == PartKind.SETTING && part.key().equals("site"))
                .filter(part -> part.value().isObject())
                .findFirst()
                .map(part -> (ObjectNode) part.value().deepCopy())
                .orElseGet(Json.mapper()::createObjectNode);
        ObjectNode names =
                settings.path("name").isObject() ? (ObjectNode) settings.path("name") : settings.putObject("name");
        names.put(site.defaultLocale(), name);
        return settings;
    }
}
