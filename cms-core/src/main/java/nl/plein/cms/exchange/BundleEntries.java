package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.WriteEntries;
import nl.plein.cms.content.Written;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.Field;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the entries of a bundle's site, in all their locales. */
@ApplicationScoped
class BundleEntries {

    private static final String ORIGIN = "bundle:";
    private static final int BATCH = 200;

    @Inject
    Origins origins;

    @Inject
    WriteEntries writeEntries;

    @Inject
    Ids ids;

    /** Key to id, the same at every run. */
    @Transactional
    Map<String, UUID> reserve(SiteRef site, List<Bundle.Part> entries) {
        Map<String, UUID> byKey = new HashMap<>();
        for (Origins.Known known : origins.ofSite(site.id())) {
            if (known.name().startsWith(ORIGIN)) {
                byKey.put(known.name().substring(ORIGIN.length()), known.entry().value());
            }
        }
        var wanted = new ArrayList<Origins.Known>();
        for (Bundle.Part entry : entries) {
            var id = new EntryId(ids.next());
            if (byKey.putIfAbsent(entry.key(), id.value()) == null) {
                wanted.add(new Origins.Known(ORIGIN + entry.key(), "", id));
            }
        }
        origins.reserve(site.id(), wanted);
        return byKey;
    }

    /**
     * @param groups slugs of those that come with them, by id
     * @return all translations, parents first
     */
    List<TranslationKey> write(
            SiteRef site,
            List<Bundle.Part> entries,
            LocalKeys keys,
            Map<String, ContentType> types,
            Map<String, String> groups) {
        var wanted = new ArrayList<Wanted>();
        for (Bundle.Part entry : parentsFirst(entries)) {
            entry.attempt(
                    () -> translations(site, entry, keys, types).forEach(one -> wanted.add(new Wanted(one, entry))));
        }
        var translations = new ArrayList<TranslationKey>();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            List<Wanted> batch = wanted.subList(from, Math.min(from + BATCH, wanted.size()));
            List<Written> results = writeEntries.perform(
                    site.id(), batch.stream().map(Wanted::entry).toList(), groups);
            for (int i = 0; i < results.size(); i++) {
                translations.add(saved(batch.get(i).part(), results.get(i)));
            }
        }
        return translations;
    }

    /** An entry to be, and the file that says so. */
    private record Wanted(NewEntry entry, Bundle.Part part) {}

    private static TranslationKey saved(Bundle.Part part, Written result) {
        if (result instanceof Written.Saved saved) {
            return new TranslationKey(saved.key().entry(), saved.key().locale());
        }
        throw part.broken(((Written.Refused) result).why());
    }

    private static List<NewEntry> translations(
            SiteRef site, Bundle.Part entry, LocalKeys keys, Map<String, ContentType> types) {
        JsonNode json = entry.json();
        ContentType type = Optional.ofNullable(types.get(json.path("type").asString("")))
                .orElseThrow(() -> Bundle.broken(
                        entry.file(), "there is no type \"" + json.path("type").asString("") + "\"."));
        var translations = new ArrayList<NewEntry>();
        ObjectNode shared = null;
        for (String locale : site.locales()) {
            JsonNode translation = json.path("translations").path(locale);
            if (translation.isObject()) {
                ObjectNode fields = (ObjectNode) keys.resolved(translation.path("fields"), entry.file());
                shared = shared == null ? fields : shared;
                share(type, shared, fields);
                translations.add(one(entry, locale, translation, fields, keys));
            }
        }
        if (translations.isEmpty()) {
            throw Bundle.broken(entry.file(), "it has no translation in a locale of the site.");
        }
        return translations;
    }

    /** A value that all translations share is written down once. */
    private static void share(ContentType type, ObjectNode from, ObjectNode to) {
        for (Field field : type.fields()) {
            if (!field.localised() && from.has(field.key()) && !to.has(field.key())) {
                to.set(field.key(), from.get(field.key()));
            }
        }
    }

    private static NewEntry one(
            Bundle.Part entry, String locale, JsonNode translation, ObjectNode fields, LocalKeys keys) {
        JsonNode json = entry.json();
        NewEntry wanted = NewEntry.of(json.path("type").asString(""), locale, fields)
                .identifiedBy(new EntryId(keys.entry(entry.key(), entry.file())))
                .from(ORIGIN + entry.key())
                .forAudience(Audience.of(json.path("audience").asString("everyone")));
        if (json.path("parent").isString()) {
            wanted = wanted.under(new EntryId(keys.entry(json.path("parent").stringValue(), entry.file())));
        }
        if (translation.path("path").isString()) {
            return wanted.at(translation.path("path").stringValue());
        }
        return translation.path("slug").isString()
                ? wanted.withSlug(translation.path("slug").stringValue())
                : wanted;
    }

    private static List<Bundle.Part> parentsFirst(List<Bundle.Part> entries) {
        Map<String, Bundle.Part> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.put(entry.key(), entry));
        Set<Bundle.Part> ordered = new LinkedHashSet<>();
        for (Bundle.Part entry : entries) {
            var line = new ArrayList<Bundle.Part>();
            for (Bundle.Part at = entry; at != null && !line.contains(at); ) {
                line.add(0, at);
                at = byKey.get(at.json().path("parent").asString(""));
            }
            ordered.addAll(line);
        }
        return List.copyOf(ordered);
    }
}
