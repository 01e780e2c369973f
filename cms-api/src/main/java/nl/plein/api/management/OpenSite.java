package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.ChangeSiteParts;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.tenancy.AddHostname;
import nl.plein.cms.tenancy.FoundSite;
import nl.plein.cms.tenancy.Hostname;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.node.ObjectNode;

/** Founds a site that can be visited at once: with its hostnames and, as its first version, its settings and theme. */
@ApplicationScoped
public class OpenSite {

    static final String USUAL_THEME = "square";

    /**
     * @param locales   the default first
     * @param hosts     the canonical one first; may be empty
     * @param audiences for whom it has pages
     */
    record Plan(
            SiteId id,
            String name,
            String timeZone,
            List<String> locales,
            List<Hostname> hosts,
            List<Audience> audiences,
            String theme) {}

    @Inject
    FoundSite foundSite;

    @Inject
    AddHostname addHostname;

    @Inject
    ChangeSiteParts changeSiteParts;

    @Inject
    Sites sites;

    /** The caller has been asked for {@code agency.manage}; the agency is current. */
    @Transactional
    public SiteRef perform(AgencyId agency, Plan plan) {
        foundSite.perform(agency, plan.id(), plan.name(), plan.timeZone(), plan.locales());
        plan.hosts().forEach(host -> addHostname.perform(plan.id(), host, AddHostname.Rank.ALIAS));
        List<PartChange> parts = new ArrayList<>();
        parts.add(new PartChange(PartKind.SETTING, "site", settings(plan)));
        parts.add(new PartChange(
                PartKind.THEME, "theme", Json.mapper().createObjectNode().put("name", plan.theme())));
        changeSiteParts.perform(plan.id(), parts);
        return sites.get(plan.id());
    }

    private static ObjectNode settings(Plan plan) {
        ObjectNode settings = Json.mapper().createObjectNode();
        settings.putObject("name").put(plan.locales().get(0), plan.name());
        plan.locales().forEach(settings.putArray("locales")::add);
        settings.put("timeZone", plan.timeZone());
        plan.audiences().forEach(audience -> settings.withArray("audiences").add(audience.value()));
        plan.hosts().stream().findFirst().ifPresent(host -> settings.put("canonicalHost", host.value()));
        return settings.put("indexable", true);
    }
}
