package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import org.jspecify.annotations.Nullable;
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

    private static final String TRANSLATIONS = "translations";

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
        Wanted wanted = question.wanted();
        ObjectNode json = head(one, wanted);
        if (wanted.has(TRANSLATIONS)) {
            addTranslations(json, one, targets.pages().getOrDefault(one.entry(), List.of()));
        }
        var resolver = new Resolver(targets, one.locale(), expanded, prepared);
        json.set("fields", resolver.payload(one.fields(), wanted::hasField, question.expansion()));
        return json;
    }

    private static void addTranslations(ObjectNode json, Publication one, List<PageRef> pages) {
        ArrayNode translations = json.putArray(TRANSLATIONS);
        pages.stream()
                .filter(page -> !page.locale().equals(one.locale()))
                .forEach(page ->
                        translations.addObject().put("locale", page.locale()).put("path", page.path()));
    }

    /** Everything but fields and translations. */
    private static ObjectNode head(Publication one, Wanted wanted) {
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("id", one.entry().toString())
                .put("type", one.type())
                .put("locale", one.locale());
        put(json, wanted, "audience", () -> one.audience().value());
        put(json, wanted, "path", one::path);
        put(json, wanted, "title", one::title);
        put(json, wanted, "publishedAt", () -> one.publishedAt().toString());
        put(json, wanted, "updatedAt", () -> one.updatedAt().toString());
        put(json, wanted, "revision", () -> one.revision().toString());
        put(json, wanted, "contentHash", one::contentHash);
        one.parent().ifPresent(parent -> put(json, wanted, "parent", parent::toString));
        return json;
    }

    private static void put(ObjectNode json, Wanted wanted, String member, Supplier<String> value) {
        if (wanted.has(member)) {
            json.put(member, value.get());
        }
    }

    /** As in the change feed: references stay ids; what files are is told beside the fields. */
    ObjectNode raw(Publication one, List<PageRef> translations, Map<AssetId, nl.plein.cms.media.AssetRef> files) {
        ObjectNode json = head(one, Wanted.ALL);
        addTranslations(json, one, translations);
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

    /** Reads all that is wanted of what the batch points to, step by step as far as it is expanded. */
    private Targets targets(Question question, List<Publication> batch, Map<EntryId, Publication> expanded) {
        Set<EntryId> pointedAt = new LinkedHashSet<>();
        Set<AssetId> files = new LinkedHashSet<>();
        batch.forEach(one -> collect(one, question.wanted(), pointedAt, files));
        Set<EntryId> missing = new LinkedHashSet<>(pointedAt);
        List<EntryId> told = batch.stream().map(Publication::entry).toList();
        question.reads().entries(told);
        if (question.wanted().has(TRANSLATIONS)) {
            missing.addAll(told);
        }
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
                            collect(one, Wanted.ALL, further, files);
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

    private void collect(Publication one, Wanted wanted, Set<EntryId> entries, Set<AssetId> files) {
        prepared.of(one.fields()).members().forEach((key, member) -> {
            if (!member.isFixed() && wanted.hasField(key)) {
                entries.addAll(member.entries());
                files.addAll(member.assets());
            }
        });
    }

    private static Optional<Publication> narrowest(List<Publication> translations, String locale) {
        return translations.stream().reduce((a, b) -> b.locale().equals(locale) ? b : a);
    }

    /**
     * Which members and fields of an entry are wanted. Those of {@link #ALWAYS} are told unasked.
     *
     * @param members null for all; names of members and of fields alike
     */
    record Wanted(@Nullable Set<String> members) {

        static final Wanted ALL = new Wanted(null);
        private static final Set<String> ALWAYS = Set.of("id", "type", "locale");

        static Wanted of(@Nullable String fields) {
            return fields == null || fields.isBlank() ? ALL : new Wanted(new HashSet<>(names(fields)));
        }

        /** The names in a list with commas. */
        static List<String> names(String fields) {
            return Arrays.stream(fields.split(",", -1)).map(String::strip).toList();
        }

        boolean has(String member) {
            return members == null || ALWAYS.contains(member) || members.contains(member);
        }

        /** Whether this field is wanted, be it by its name or with all of them. */
        boolean hasField(String key) {
            return members == null || members.contains("fields") || members.contains(key);
        }
    }
}
