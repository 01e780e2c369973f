package nl.plein.cms.exchange;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.plein.cms.exchange.ImportMapping.Kind;
import nl.plein.cms.exchange.ImportMapping.Target;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.FieldKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The kinds of source that an archive holds: what was found of each, and what is to become of it. Counts and a few samples,
 * no texts.
 */
final class SourceKinds {

    /** Of files in no folder. */
    static final String TOP = "(top)";

    /** Of the pages of folders themselves. */
    static final String SECTION = "(section)";

    private static final int MOST_KINDS = 30;
    private static final int MOST_KEYS = 50;
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 60;

    private final Optional<ImportMapping> mapping;
    private final Map<String, Found> found = new LinkedHashMap<>();

    /** @param mapping that the import was started with */
    SourceKinds(Optional<ImportMapping> mapping) {
        this.mapping = mapping;
    }

    private static final class Found {
        private final String type;
        private final Set<String> samples = new LinkedHashSet<>();
        private final Map<String, Key> keys = new LinkedHashMap<>();
        private int files;

        Found(String type) {
            this.type = type;
        }
    }

    private static final class Key {
        private final Set<FieldKind> kinds = new LinkedHashSet<>();
        private String sample = "";
        private int files;
    }

    /** @return the kind of this file; empty for the page of an author or a tag, which is imported as that */
    static String of(String file, FrontMatter front, SourceAddress address, String term) {
        if (!term.isEmpty()) {
            return "";
        }
        String given = front.given().path(SourceText.TYPE).asString("");
        if (!given.isEmpty()) {
            return "wordpress-" + given;
        }
        if (address.isSection()) {
            return SECTION;
        }
        String bare = SourceAddress.withoutRoots(file);
        String folder = bare.contains("/") ? bare.substring(0, bare.indexOf('/')) : "";
        return folder.isEmpty() ? TOP : ImportLine.shortened(folder);
    }

    /** What the mapping says of this kind; empty if nothing. */
    Optional<Kind> mapped(String kind) {
        return mapping.flatMap(all -> Optional.ofNullable(all.kinds().get(kind)));
    }

    /** What of the front matter is to be imported. */
    FrontMatter kept(String kind, FrontMatter front) {
        return mapped(kind)
                .map(mapped -> front.without(key ->
                        mapped.keys().containsKey(key) && mapped.keys().get(key).isEmpty()))
                .orElse(front);
    }

    /** Counts a file. */
    void seen(String kind, String file, FrontMatter front) {
        if (kind.isEmpty() || !found.containsKey(kind) && found.size() == MOST_KINDS) {
            return;
        }
        Found here = found.computeIfAbsent(kind, name -> new Found(usualType(name)));
        here.files++;
        if (here.samples.size() < SAMPLES) {
            here.samples.add(ImportLine.shortened(file));
        }
        front.values().properties().forEach(value -> seen(here, value.getKey(), value.getValue()));
    }

    private static void seen(Found here, String name, JsonNode value) {
        boolean isNew = !here.keys.containsKey(name);
        if (StandardField.isSteering(name)
                || isNew && (here.keys.size() == MOST_KEYS || name.length() > LONGEST_SAMPLE)) {
            return;
        }
        Key key = here.keys.computeIfAbsent(name, any -> new Key());
        key.files++;
        guess(value).ifPresent(key.kinds::add);
        if (key.sample.isEmpty()) {
            String text = value.isString() ? value.stringValue() : value.isNull() ? "" : value.toString();
            key.sample = text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE - 1) + "…";
        }
    }

    private static String usualType(String kind) {
        return kind.equals(SECTION) || kind.equals("wordpress-page") ? ImportTypes.PAGE : ImportTypes.POST;
    }

    /** The kind of one value, by its look; empty for no value. */
    private static Optional<FieldKind> guess(JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            return Optional.of(FieldKind.JSON);
        }
        String text = value.stringValue().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("true|false")) {
            return Optional.of(FieldKind.BOOLEAN);
        }
        if (text.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            return Optional.of(FieldKind.NUMBER);
        }
        return SourceDate.parse(text, ZoneOffset.UTC)
                .map(date -> text.length() > 10 ? FieldKind.DATE_TIME : FieldKind.DATE)
                .or(() -> Optional.of(text.length() > 300 ? FieldKind.LONG_TEXT : FieldKind.TEXT));
    }

    private static FieldKind guessed(Key key) {
        if (key.kinds.size() == 1) {
            return key.kinds.iterator().next();
        }
        if (key.kinds.contains(FieldKind.JSON)) {
            return FieldKind.JSON;
        }
        boolean areDays = !key.kinds.isEmpty()
                && Set.of(FieldKind.DATE, FieldKind.DATE_TIME).containsAll(key.kinds);
        return areDays ? FieldKind.DATE_TIME : FieldKind.TEXT;
    }

    /**
     * A mapping that does what the import does: with the one it was started with, as far as that goes.
     *
     * @param isThere whether the agency has a type of this key
     */
    ObjectNode proposal(Predicate<String> isThere) {
        ObjectNode proposal = Json.mapper().createObjectNode();
        ObjectNode kinds = proposal.putObject("kinds");
        found.forEach((name, here) -> {
            Optional<Kind> mapped = mapped(name);
            ObjectNode kind = kinds.putObject(name);
            kind.put("files", here.files);
            here.samples.forEach(kind.withArray("samples")::add);
            String type = mapped.map(Kind::type).orElse(here.type);
            kind.put("type", type);
            kind.put("exists", isThere.test(type));
            ImportMapping.put(kind, "pathPattern", mapped.flatMap(Kind::pathPattern));
            kind.put("body", mapped.map(Kind::body).orElse(StandardField.BODY.key()));
            ObjectNode fields = kind.putObject("fields");
            here.keys.forEach((key, seen) -> propose(fields.putObject(key), key, seen, mapped));
        });
        return proposal;
    }

    private static void propose(ObjectNode field, String key, Key seen, Optional<Kind> mapped) {
        field.put("files", seen.files);
        field.put("sample", seen.sample);
        Optional<StandardField> standard = StandardField.of(key);
        Optional<Target> target = mapped.filter(kind -> kind.keys().containsKey(key))
                .map(kind -> kind.keys().get(key))
                .orElseGet(() -> standard.map(usual -> new Target(usual.key(), usual.kind())));
        ImportMapping.put(field, "field", target.map(Target::field));
        field.put(
                "kind",
                target.map(Target::kind)
                        .or(() -> standard.map(StandardField::kind))
                        .orElseGet(() -> guessed(seen))
                        .key());
    }

    /** What the mapping leaves out, and what it does not speak of. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (mapping.isEmpty()) {
            return notes;
        }
        found.forEach((name, here) -> {
            Optional<Kind> mapped = mapped(name);
            if (mapped.isEmpty()) {
                notes.add("The mapping says nothing of the kind \"" + name + "\" (" + count(here.files)
                        + "); it was imported as proposed.");
                return;
            }
            here.keys.forEach((key, seen) -> {
                Optional<Target> target = mapped.get().keys().get(key);
                if (target == null) {
                    notes.add("The mapping says nothing of \"" + key + "\" of the kind \"" + name + "\" ("
                            + count(seen.files) + "); it was imported as proposed.");
                } else if (target.isEmpty()) {
                    notes.add("The mapping leaves out \"" + key + "\" of the kind \"" + name + "\" ("
                            + count(seen.files) + ").");
                }
            });
        });
        return notes;
    }

    private static String count(int files) {
        return files == 1 ? "1 file" : files + " files";
    }
}
