package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.SitePart;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.SiteHost;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.node.ObjectNode;

/** A site as delivery JSON: who it is, where it lives, and its parts. */
@ApplicationScoped
public class SiteJson {

    @Inject
    Sites sites;

    @Inject
    Agencies agencies;

    @Inject
    Moments moments;

    @Inject
    SiteParts parts;

    @Inject
    SiteDoor door;

    public ObjectNode of(SiteDoor.Visit visit) {
        SiteRef site = visit.site();
        ObjectNode json =
                Json.mapper().createObjectNode().put("id", site.id().value()).put("name", site.name());
        json.putObject("agency")
                .put("id", site.agency().value())
                .put("name", agencies.get(site.agency()).name());
        json.put("version", visit.moment().version());
        moments.madeAt(site.id(), visit.moment().version()).ifPresent(at -> json.put("madeAt", at.toString()));
        addHosts(json, site);
        site.locales().forEach(json.putArray("locales")::add);
        json.put("timeZone", site.timeZone());
        door.audiences(visit).forEach(audience -> json.withArray("audiences").add(audience.value()));
        addParts(json, visit);
        return json;
    }

    private void addHosts(ObjectNode json, SiteRef site) {
        var hosts = sites.hostsOf(site.id());
        hosts.stream()
                .filter(SiteHost::isCanonical)
                .findFirst()
                .ifPresent(host -> json.put("canonicalHost", host.host()));
        hosts.forEach(host -> json.withArray("hosts").add(host.host()));
    }

    private void addParts(ObjectNode json, SiteDoor.Visit visit) {
        ObjectNode menus = json.putObject("menus");
        ObjectNode settings = json.putObject("settings");
        for (SitePart part : parts.at(visit.site().id(), visit.viewer(), visit.moment())) {
            switch (part.kind()) {
                case MENU -> menus.set(part.key(), part.value());
                case THEME -> json.set("theme", part.value());
                case SETTING -> {
                    if (part.key().equals("siteDay")) {
                        json.set("siteDay", part.value());
                    } else {
                        settings.set(part.key(), part.value());
                    }
                }
                case GROUP -> json.withObject("/groups").set(part.key(), part.value());
                case REDIRECT -> {}
            }
        }
    }
}
