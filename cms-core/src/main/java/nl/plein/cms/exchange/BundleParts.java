package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What frames the entries of a bundle's site: its settings, theme, menus and redirects. */
final class BundleParts {

    private static final List<String> OF_THE_SITE = List.of("name", "locales", "timeZone", "audiences");

    private final Bundle.Site site;
    private final LocalKeys keys;
    private final List<PartChange> changes = new ArrayList<>();

    private BundleParts(Bundle.Site site, LocalKeys keys) {
        this.site = site;
        this.keys = keys;
    }

    /** @throws nl.plein.cms.kernel.Invalid {@code broken-bundle} for a name that leads nowhere */
    static List<PartChange> of(Bundle.Site site, LocalKeys keys) {
        return new BundleParts(site, keys).all();
    }

    /** The slugs of the groups that come with it, by id. */
    static Map<String, String> groups(Bundle.Site site) {
        Map<String, String> slugs = new HashMap<>();
        site.definition()
                .json()
                .path("groups")
                .properties()
                .forEach(group ->
                        slugs.put(group.getKey(), group.getValue().path("slug").asString("")));
        return slugs;
    }

    private List<PartChange> all() {
        JsonNode json = site.definition().json();
        change(PartKind.SETTING, "site", siteSetting(json));
        json.path("groups").properties().forEach(group -> change(PartKind.GROUP, group.getKey(), group.getValue()));
        json.path("settings").properties().forEach(setting -> {
            if (!setting.getKey().equals("site")) {
                change(PartKind.SETTING, setting.getKey(), setting.getValue());
            }
        });
        if (json.path("theme").isObject()) {
            change(PartKind.THEME, "theme", json.path("theme"));
        }
        json.path("menus").properties().forEach(menu -> change(PartKind.MENU, menu.getKey(), menu.getValue()));
        for (JsonNode redirect : json.path("redirects")) {
            ObjectNode value = ((ObjectNode) redirect).deepCopy();
            value.remove("from");
            change(PartKind.REDIRECT, redirect.path("from").asString(""), value);
        }
        return changes;
    }

    private static ObjectNode siteSetting(JsonNode json) {
        ObjectNode setting = json.path("settings").path("site").isObject()
                ? ((ObjectNode) json.path("settings").path("site")).deepCopy()
                : Json.mapper().createObjectNode();
        for (String member : OF_THE_SITE) {
            if (json.has(member)) {
                setting.set(member, json.get(member));
            }
        }
        if (json.path("hosts").path(0).isString()) {
            setting.put("canonicalHost", json.path("hosts").path(0).stringValue());
        }
        return setting;
    }

    private void change(PartKind kind, String key, JsonNode value) {
        changes.add(
                new PartChange(kind, key, keys.resolved(value, site.definition().file())));
    }
}
