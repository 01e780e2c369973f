package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.ChangeSiteParts;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.PathAnswer;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.Receipt;
import nl.plein.cms.publishing.SiteMoment;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leads the paths that imported pages had before to where they are now. A path that a page lives at, or that leads somewhere
 * already, is left alone; one that several pages claim leads to the first of them in the order of their paths.
 */
@ApplicationScoped
class RedirectAliases {

    private static final int IN_ONE_VERSION = 500;

    @Inject
    ChangeSiteParts changeParts;

    @Inject
    Publications publications;

    @Inject
    Moments moments;

    /** @param aliases the files that claim each path */
    void perform(SiteId site, String locale, Map<String, List<Placement>> aliases, ImportReport report) {
        SiteMoment now = moments.now(site);
        var changes = new ArrayList<PartChange>();
        aliases.forEach((alias, claims) ->
                redirect(site, locale, alias, claims, now, report).ifPresent(changes::add));
        for (int from = 0; from < changes.size(); from += IN_ONE_VERSION) {
            change(site, changes.subList(from, Math.min(from + IN_ONE_VERSION, changes.size())), report);
        }
    }

    private Optional<PartChange> redirect(
            SiteId site, String locale, String alias, List<Placement> claims, SiteMoment now, ImportReport report) {
        List<Publication> pages = claims.stream()
                .flatMap(claim -> publications.byId(site, claim.entry(), locale, Viewer.PUBLIC, now).stream())
                .filter(page -> !page.path().isEmpty())
                .sorted(Comparator.comparing(Publication::path))
                .toList();
        if (pages.isEmpty() || pages.stream().anyMatch(page -> page.path().equals(alias))) {
            return Optional.empty();
        }
        Publication first = pages.get(0);
        if (pages.size() > 1) {
            report.note("The former address " + alias + " is claimed by " + pages.size() + " pages; it leads to "
                    + first.path() + ".");
        }
        PathAnswer there = publications.byPath(site, alias, Viewer.PUBLIC, now);
        if (there instanceof PathAnswer.Moved moved) {
            if (!moved.to().equals(first.path())) {
                report.note("The former address " + alias + " leads to " + moved.to() + " already; it was left alone.");
            }
            return Optional.empty();
        }
        if (there instanceof PathAnswer.Found) {
            report.note("A page lives at the former address " + alias + " of " + first.path() + ": no redirect.");
            return Optional.empty();
        }
        ObjectNode value = Json.mapper()
                .createObjectNode()
                .put("entry", first.entry().toString())
                .put("locale", locale);
        return Optional.of(new PartChange(PartKind.REDIRECT, alias, value));
    }

    private void change(SiteId site, List<PartChange> changes, ImportReport report) {
        try {
            Receipt receipt = changeParts.perform(site, changes);
            if (receipt.madeVersion()) {
                report.redirected(receipt.version(), changes.size());
            }
        } catch (Refusal refused) {
            if (changes.size() == 1) {
                report.note("The former address " + changes.get(0).key() + " was not made into a redirect: "
                        + refused.message());
                return;
            }
            int half = changes.size() / 2;
            change(site, changes.subList(0, half), report);
            change(site, changes.subList(half, changes.size()), report);
        }
    }
}
