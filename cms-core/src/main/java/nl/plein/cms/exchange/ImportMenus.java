package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.exchange.SourceMenu.Entry;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Slug;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.ChangeSiteParts;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.Receipt;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.publishing.SiteParts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the menus of the source menus of the site, under their own names; the first of them is also the main menu of a site that
 * has none. A menu that is there already is left alone.
 */
@ApplicationScoped
class ImportMenus {

    private static final String MAIN = "main";

    @Inject
    ChangeSiteParts changeParts;

    @Inject
    SiteParts parts;

    @Inject
    Publications publications;

    @Inject
    Moments moments;

    /** @param entries by origin */
    void perform(
            SiteId site, String locale, List<SourceMenu> menus, Map<String, EntryId> entries, ImportReport report) {
        SiteMoment now = moments.now(site);
        Set<String> taken = new HashSet<>();
        parts.of(site, PartKind.MENU, Viewer.PUBLIC, now).forEach(part -> taken.add(part.key()));
        for (SourceMenu menu : menus) {
            ObjectNode value = Json.mapper().createObjectNode();
            value.set("items", items(site, locale, menu.entries(), entries, now));
            if (value.path("items").isEmpty()) {
                continue;
            }
            boolean isMain = taken.add(MAIN + "." + locale);
            if (isMain) {
                change(site, MAIN + "." + locale, value, menu.name(), report);
            }
            String key = Slug.of(menu.name()) + "." + locale;
            if (taken.add(key)) {
                change(site, key, value, menu.name(), report);
            }
        }
    }

    private void change(SiteId site, String key, ObjectNode value, String name, ImportReport report) {
        try {
            Receipt receipt = changeParts.perform(site, List.of(new PartChange(PartKind.MENU, key, value)));
            if (receipt.madeVersion()) {
                report.menu(receipt.version());
                report.note("The menu \"" + name + "\" became the menu " + key + ".");
            }
        } catch (Refusal refused) {
            report.note("The menu \"" + name + "\" was not made into the menu " + key + ": " + refused.message());
        }
    }

    private ArrayNode items(
            SiteId site, String locale, List<Entry> entries, Map<String, EntryId> byOrigin, SiteMoment now) {
        ArrayNode items = Json.mapper().createArrayNode();
        for (Entry entry : entries) {
            ObjectNode item = Json.mapper().createObjectNode();
            Optional<EntryId> target = Optional.ofNullable(byOrigin.get(entry.origin()))
                    .filter(id -> publications
                            .byId(site, id, locale, Viewer.PUBLIC, now)
                            .isPresent());
            item.put("label", entry.label().isBlank() ? entry.href() : entry.label());
            if (target.isPresent()) {
                item.put("entry", target.get().toString());
            } else if (isAddress(entry.href())) {
                item.put("href", entry.href());
            }
            ArrayNode children = items(site, locale, entry.below(), byOrigin, now);
            if (!children.isEmpty()) {
                item.set("items", children);
            }
            if (!item.path("label").asString("").isBlank() && item.size() > 1) {
                items.add(item);
            }
        }
        return items;
    }

    private static boolean isAddress(String href) {
        return href.matches("(?s)(https?://|/(?!/)|mailto:|tel:).*");
    }
}
