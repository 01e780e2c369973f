package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.media.Assets;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Change;
import nl.plein.cms.publishing.ChangePage;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PageRef;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.node.ObjectNode;

/** A page of the change feed as JSON: what followers outside the server, and the renderer inside it, read. */
@ApplicationScoped
public class ChangesJson {

    @Inject
    Publications publications;

    @Inject
    Assets assets;

    @Inject
    EntryJson entryJson;

    @Inject
    Moments moments;

    public ObjectNode of(SiteRef site, Viewer viewer, ChangePage page) {
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("after", page.after())
                .put("until", page.until())
                .put("complete", page.complete());
        moments.madeAt(site.id(), page.after()).ifPresent(at -> json.put("afterMadeAt", at.toString()));
        moments.madeAt(site.id(), page.until()).ifPresent(at -> json.put("untilMadeAt", at.toString()));
        var items = json.putArray("items");
        Context context = context(site, viewer, page);
        page.items().forEach(change -> items.add(item(change, context)));
        ObjectNode paging = json.putObject("page");
        page.next().ifPresent(next -> paging.put("next", next));
        return json;
    }

    private record Context(Targets targets) {}

    private Context context(SiteRef site, Viewer viewer, ChangePage page) {
        Set<EntryId> entries = new LinkedHashSet<>();
        Set<AssetId> files = new LinkedHashSet<>();
        for (Change change : page.items()) {
            if (change instanceof Change.EntryThere there) {
                entries.add(there.publication().entry());
                files.addAll(Payload.assetsOf(there.publication().fields()));
            }
        }
        List<PageRef> translations = publications.pagesOf(site.id(), entries, viewer, new SiteMoment(page.until()));
        return new Context(Targets.of(translations, assets.findAll(files), site.locales()));
    }

    private ObjectNode item(Change change, Context context) {
        ObjectNode json = Json.mapper().createObjectNode();
        if (change instanceof Change.Purged purged) {
            json.put("kind", "purge").put("id", purged.entry().toString());
        } else if (change instanceof Change.EntryGone gone) {
            json.put("kind", "entry")
                    .put("locale", gone.locale())
                    .put("audience", gone.audience().value())
                    .put("path", gone.path())
                    .put("id", gone.entry().toString())
                    .put("gone", true);
        } else if (change instanceof Change.EntryThere there) {
            addEntry(json, there.publication(), context);
        } else if (change instanceof Change.PartGone gone) {
            json.put("kind", gone.kind().key())
                    .put("key", gone.key())
                    .put("audience", gone.audience().value())
                    .put("gone", true);
        } else if (change instanceof Change.PartThere there) {
            json.put("kind", there.part().kind().key())
                    .put("key", there.part().key())
                    .put("audience", there.part().audience().value());
            json.set("value", there.part().value());
        }
        return json;
    }

    private void addEntry(ObjectNode json, Publication one, Context context) {
        json.put("kind", "entry")
                .put("locale", one.locale())
                .put("audience", one.audience().value())
                .put("path", one.path())
                .put("id", one.entry().toString());
        json.set(
                "entry",
                entryJson.raw(
                        one,
                        context.targets().pages().getOrDefault(one.entry(), List.of()),
                        context.targets().assets()));
    }
}
