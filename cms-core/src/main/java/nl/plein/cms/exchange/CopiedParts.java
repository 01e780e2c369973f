package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.SitePart;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.tenancy.SiteHost;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What frames the entries of a copied site: what people made on the original, with the copy's own name and hosts. */
@ApplicationScoped
class CopiedParts {

    @Inject
    Access access;

    @Inject
    SiteParts parts;

    @Inject
    Moments moments;

    @Inject
    Sites sites;

    List<PartChange> of(SiteRef from, SiteRef to, NewNames names) {
        List<PartChange> changes = new ArrayList<>();
        for (SitePart part : madeByHand(from)) {
            changes.add(new PartChange(part.kind(), part.key(), value(part, to, names)));
        }
        return changes;
    }

    private List<SitePart> madeByHand(SiteRef from) {
        List<SitePart> found = new ArrayList<>(parts.groups(from.id()));
        for (SitePart part : parts.at(from.id(), access.viewerOf(from), moments.now(from.id()))) {
            boolean isDay = part.kind() == PartKind.SETTING && part.key().equals("siteDay");
            if (part.origin() == SitePart.Origin.HAND && !isDay && part.kind() != PartKind.GROUP) {
                found.add(part);
            }
        }
        return found;
    }

    private JsonNode value(SitePart part, SiteRef to, NewNames names) {
        JsonNode value = names.in(part.value());
        if (part.kind() == PartKind.SETTING && part.key().equals("site") && value instanceof ObjectNode settings) {
            settings.putObject("name").put(to.defaultLocale(), to.name());
            settings.remove("canonicalHost");
            canonicalHost(to.id(), settings);
        }
        return value;
    }

    private void canonicalHost(SiteId site, ObjectNode settings) {
        sites.hostsOf(site).stream()
                .findFirst()
                .map(SiteHost::host)
                .ifPresent(host -> settings.put("canonicalHost", host));
    }
}
