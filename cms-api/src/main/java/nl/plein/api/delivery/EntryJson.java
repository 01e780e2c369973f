package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.media.Assets;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.PageRef;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Publications as delivery JSON. A batch takes a constant number of queries, however many items it has. */
@ApplicationScoped
public class EntryJson {

    /**
     * Who asks for what, of which site, when.
     *
     * @param reads where to note what the answer follows from
     */
    record Question(SiteRef site, Viewer viewer, SiteMoment moment, Expansion expansion, Wanted wanted, Reads reads) {}

    @Inject
    Publications publications;

    @Inject
    Assets assets;

    @Inject
    PreparedPayloads prepared;

    List<ObjectNode> of(Question question, List<Publication> batch) {
        Map<EntryId, Publication> expanded = new HashMap<>();
        Targets targets = targets(question, batch, expanded);
        return batch.stream().map(one -> json(question, one, targets, expanded)).toList();
    }

    private ObjectNode json(Question question, Publication one, Targets targets, Map<EntryId, Publication> expanded) {
        ObjectNode json = head(one);
        ArrayNode translations = json.putArray("translations");
        targets.pages().getOrDefault(one.entry(), List.of()).stream()
                .filter(page -> !page.locale().equals(one.locale()))
                .forEach(page ->
                        translations.addObject().put("locale", page.locale()).put("path", page.path()));
        json.set(
                "fields",
                new Resolver(targets, one.locale(), expanded, prepared).payload(one.fields(), question.expansion()));
        return question.wanted().of(json);
    }

    /** Everything but fields and translations. */
    private static ObjectNode head(Publication one) {
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("id", one.entry().toString())
                .put("type", one.type())
                .put("locale", one.locale())
                .put("audience", one.audience().value())
                .put("path", one.path())
                .put("title", one.title())
                .put("publishedAt", one.publishedAt().toString())
                .put("updatedAt", one.updatedAt().toString())
                .put("revision", one.revision().toString())
                .put("contentHash", one.contentHash());
        one.parent().ifPresent(parent -> json.put("parent", parent.toString()));
        return json;
    }

    /** As in the change feed: references stay ids; what files are is told beside the fields. */
    ObjectNode raw(Publication one, List<PageRef> translations, Map<AssetId, nl.plein.cms.media.AssetRef> files) {
        ObjectNode json = head(one);
        ArrayNode others = json.putArray("translations");
        translations.stream()
                .filter(page -> !page.locale().equals(one.locale()))
                .forEach(page -> others.addObject().put("locale", page.locale()).put("path", page.path()));
        json.set("fields", one.fields());
        ObjectNode described = Json.mapper().createObjectNode();
        for (AssetId id : Payload.assetsOf(one.fields())) {
            if (files.containsKey(id)) {
                Files.describe(described.putObject(id.toString()), files.get(id));
            }
        }
        if (!described.isEmpty()) {
            json.set("assets", described);
        }
        return json;
    }

    /** Reads all that the batch points to, step by step as far as it is expanded. */
    private Targets targets(Question question, List<Publication> batch, Map<EntryId, Publication> expanded) {
        Set<EntryId> pointedAt = new LinkedHashSet<>();
        Set<AssetId> files = new LinkedHashSet<>();
        batch.forEach(one -> collect(one, pointedAt, files));
        Set<EntryId> missing = new LinkedHashSet<>(pointedAt);
        batch.forEach(one -> missing.add(one.entry()));
        Map<EntryId, List<Publication>> known = new HashMap<>();
        Set<EntryId> asked = new LinkedHashSet<>();
        for (int step = 0; step < question.expansion().depth() && !pointedAt.isEmpty(); step++) {
            missing.removeAll(asked);
            question.reads().entries(missing);
            publications
                    .ofEntries(question.site().id(), missing, question.viewer(), question.moment())
                    .forEach(one -> known.computeIfAbsent(one.entry(), entry -> new ArrayList<>())
                            .add(one));
            asked.addAll(missing);
            Set<EntryId> further = new LinkedHashSet<>();
            for (EntryId entry : pointedAt) {
                narrowest(known.getOrDefault(entry, List.of()), batch.get(0).locale())
                        .ifPresent(one -> {
                            expanded.put(entry, one);
                            collect(one, further, files);
                        });
            }
            further.removeAll(expanded.keySet());
            pointedAt.clear();
            pointedAt.addAll(further);
            missing.addAll(further);
        }
        missing.removeAll(asked);
        question.reads().entries(missing);
        List<PageRef> pages = new ArrayList<>();
        known.values().forEach(some -> some.forEach(one -> pages.add(one.page())));
        if (!missing.isEmpty()) {
            pages.addAll(publications.pagesOf(question.site().id(), missing, question.viewer(), question.moment()));
        }
        // without files there is nothing to open a transaction for
        return Targets.of(
                pages,
                files.isEmpty() ? Map.of() : assets.findAll(files),
                question.site().locales());
    }

    private void collect(Publication one, Set<EntryId> entries, Set<AssetId> files) {
        Prepared payload = prepared.of(one.fields());
        entries.addAll(payload.entries());
        files.addAll(payload.assets());
    }

    private static Optional<Publication> narrowest(List<Publication> translations, String locale) {
        return translations.stream().reduce((a, b) -> b.locale().equals(locale) ? b : a);
    }

    /** @param members null for all */
    record Wanted(java.util.@org.jspecify.annotations.Nullable Set<String> members) {

        static final Wanted ALL = new Wanted(null);
        private static final Set<String> ALWAYS = Set.of("id", "type", "locale");

        static Wanted of(@org.jspecify.annotations.Nullable String fields) {
            return fields == null || fields.isBlank()
                    ? ALL
                    : new Wanted(new LinkedHashSet<>(List.of(fields.strip().split("\\s*,\\s*"))));
        }

        /** Keeps {@code id}, {@code type}, {@code locale} and what was asked for, be it a member or a field. */
        ObjectNode of(ObjectNode json) {
            if (members == null) {
                return json;
            }
            ObjectNode kept = Json.mapper().createObjectNode();
            json.properties().stream()
                    .filter(member -> ALWAYS.contains(member.getKey()) || members.contains(member.getKey()))
                    .forEach(member -> kept.set(member.getKey(), member.getValue()));
            if (!kept.has("fields")) {
                ObjectNode fields = kept.putObject("fields");
                for (Map.Entry<String, JsonNode> field : json.path("fields").properties()) {
                    if (members.contains(field.getKey())) {
                        fields.set(field.getKey(), field.getValue());
                    }
                }
            }
            return kept;
        }
    }
}
