package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.accounts.PlatformAddress;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.VersionNews.News;
import nl.plein.cms.publishing.VersionNews.PageNews;
import nl.plein.cms.publishing.VersionNews.PartNews;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** News as CloudEvents 1.0 in JSON, after the NL GOV profile: ids and paths that everybody may know, no titles and no texts. */
@ApplicationScoped
class CloudEvents {

    static final String VERSION_MADE = "nl.plein.site.version-made";
    static final String TEST = "nl.plein.webhook.test";

    @Inject
    PlatformAddress platform;

    /** The same for a version, however often it is told; another one after a restore that came to the same number by other acts. */
    static UUID idOf(SiteId site, long version, News news) {
        return UUID.nameUUIDFromBytes((site + " " + version + " " + news.madeAt()).getBytes(StandardCharsets.UTF_8));
    }

    String test(UUID id, SiteId site, Instant at) {
        ObjectNode event = envelope(id, TEST, site, at);
        event.putObject("data").put("site", site.value());
        return Json.write(event);
    }

    /** @return empty if nothing of it is wanted */
    String version(UUID id, SiteId site, long version, News news, Set<Happening> wanted) {
        ObjectNode event = envelope(id, VERSION_MADE, site, news.madeAt());
        event.put("sequence", Long.toString(version));
        event.put("sequencetype", "Integer");
        event.put("dataref", addressOf(site) + "/changes?after=" + (version - 1) + "&until=" + version);
        ObjectNode data = event.putObject("data").put("site", site.value()).put("version", version);
        ArrayNode changes = data.putArray("changes");
        news.pages().stream()
                .filter(page -> wanted.contains(Happening.of(page.became())))
                .forEach(page -> add(changes, page));
        if (wanted.contains(Happening.PART_CHANGED)) {
            news.parts().forEach(part -> add(changes, part));
        }
        data.put("complete", news.whole());
        return changes.isEmpty() && news.whole() ? "" : Json.write(event);
    }

    private ObjectNode envelope(UUID id, String type, SiteId site, Instant time) {
        return Json.mapper()
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", addressOf(site))
                .put("type", type)
                .put("subject", site.value())
                .put("time", time.toString())
                .put("datacontenttype", "application/json");
    }

    private String addressOf(SiteId site) {
        return platform.origin() + "/delivery/v1/sites/" + site;
    }

    private static void add(ArrayNode changes, PageNews page) {
        ObjectNode change = changes.addObject()
                .put("what", Happening.of(page.became()).key())
                .put("entry", page.entry().toString());
        putKnown(change, "locale", page.locale());
        putKnown(change, "contentType", page.type());
        putKnown(change, "path", page.path());
        page.pathBefore().ifPresent(path -> putKnown(change, "pathBefore", path));
    }

    private static void putKnown(ObjectNode change, String name, String value) {
        if (!value.isEmpty()) {
            change.put(name, value);
        }
    }

    private static void add(ArrayNode changes, PartNews part) {
        changes.addObject()
                .put("what", Happening.PART_CHANGED.key())
                .put("kind", part.kind().key())
                .put("key", part.key())
                .put("removed", part.removed());
    }
}
