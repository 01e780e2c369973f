package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges what two writers made of one payload: field by field, block by block, rich text element by element. What only one of
 * them changed is taken; what both changed in the same way is taken once; what they changed in different ways is a clash.
 * Both orders of the writers give the same, but that what both put in at one place stands in the order they came.
 */
final class PayloadMerge {

    /** @param fields meaningless if there are clashes */
    record Result(ObjectNode fields, List<Clash> clashes) {}

    private static final Pattern NUMBERED = Pattern.compile("b[0-9]+");

    private final Map<String, ContentType> types;
    private final List<Clash> clashes = new ArrayList<>();

    private PayloadMerge(Map<String, ContentType> types) {
        this.types = types;
    }

    /** @param types of the agency, by key: blocks are among them */
    static Result merge(
            Map<String, ContentType> types, ContentType type, ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        PayloadMerge merge = new PayloadMerge(types);
        ObjectNode fields = merge.all(type.fields(), "", base, mine, theirs);
        return new Result(fields, merge.clashes);
    }

    private ObjectNode all(List<Field> fields, String place, JsonNode base, JsonNode mine, JsonNode theirs) {
        ObjectNode merged = Json.mapper().createObjectNode();
        for (Field field : fields) {
            String key = field.key();
            one(field, place + key, base.get(key), mine.get(key), theirs.get(key))
                    .ifPresent(value -> merged.set(key, value));
        }
        return merged;
    }

    private Optional<JsonNode> one(
            Field field, String place, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        if (Objects.equals(mine, theirs) || Objects.equals(theirs, base)) {
            return Optional.ofNullable(mine);
        }
        if (Objects.equals(mine, base)) {
            return Optional.ofNullable(theirs);
        }
        if (mine != null && theirs != null) {
            Optional<JsonNode> merged = inside(field, place, base, mine, theirs);
            if (merged.isPresent()) {
                return merged;
            }
        }
        noteUnlessInside(place, base, mine, theirs);
        return Optional.empty();
    }

    /** Clashes of the parts say more than one of the whole. */
    private void noteUnlessInside(
            String place, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        boolean told = clashes.stream()
                .anyMatch(clash -> clash.field().equals(place) || clash.field().startsWith(place + "/"));
        if (!told) {
            clashes.add(new Clash(place, "", base, mine, theirs));
        }
    }

    private Optional<JsonNode> inside(
            Field field, String place, @Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        return switch (field.kind()) {
            case RICH_TEXT -> richText(place, base, mine, theirs);
            case BLOCKS -> named(place, base, ownNumbers(base, mine, theirs), theirs, PayloadMerge::blockId);
            case REFERENCES, TAGS -> named(place, base, mine, theirs, PayloadMerge::target);
            case GROUP ->
                mine.isObject() && theirs.isObject()
                        ? Optional.of(all(field.fields(), place + "/", orEmpty(base), mine, theirs))
                        : Optional.empty();
            case GROUPS -> repeated(field, place, base, mine, theirs);
            default -> Optional.empty();
        };
    }

    private Optional<JsonNode> richText(String place, @Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        if (!mine.isString() || !theirs.isString()) {
            return Optional.empty();
        }
        String old = base == null ? "" : base.asString("");
        return RichTextMerge.merge(
                        old,
                        mine.stringValue(),
                        theirs.stringValue(),
                        (element, b, m, t) -> clashes.add(new Clash(place, element, text(b), text(m), text(t))))
                .map(PayloadMerge::some);
    }

    private Optional<JsonNode> named(
            String place, @Nullable JsonNode base, JsonNode mine, JsonNode theirs, Function<JsonNode, String> name) {
        if (!mine.isArray() || !theirs.isArray()) {
            return Optional.empty();
        }
        int before = clashes.size();
        return NamedMerge.merge(items(base), items(mine), items(theirs), name, new NamedMerge.Meeting<>() {
                    @Override
                    public Optional<JsonNode> member(String id, @Nullable JsonNode old, JsonNode my, JsonNode their) {
                        return block(place + "/" + id, old, my, their);
                    }

                    @Override
                    public void taken(String id, JsonNode old, @Nullable JsonNode my, @Nullable JsonNode their) {
                        clashes.add(new Clash(place + "/" + id, "", old, my, their));
                    }

                    @Override
                    public void orders() {
                        clashes.add(new Clash(place, "", base, mine, theirs));
                    }
                })
                .map(PayloadMerge::array)
                .filter(merged -> clashes.size() == before);
    }

    /** Blocks that came without an id were numbered: two writers' new blocks may have got the same number. */
    private static JsonNode ownNumbers(@Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        Map<String, JsonNode> others = new HashMap<>();
        items(theirs).forEach(block -> others.put(blockId(block), block));
        Set<String> known = new HashSet<>(others.keySet());
        items(mine).forEach(block -> known.add(blockId(block)));
        Set<String> before = new HashSet<>();
        items(base).forEach(block -> before.add(blockId(block)));
        List<JsonNode> blocks = new ArrayList<>();
        for (JsonNode block : items(mine)) {
            String id = blockId(block);
            boolean isOther = !before.contains(id)
                    && NUMBERED.matcher(id).matches()
                    && others.containsKey(id)
                    && !block.equals(others.get(id));
            blocks.add(isOther ? ((ObjectNode) block.deepCopy()).put("id", PayloadReader.freeId(known)) : block);
        }
        return mine.isArray() ? array(blocks) : mine;
    }

    private static String blockId(JsonNode block) {
        return block.path("id").asString("");
    }

    /** A block of one type, or nothing that can be merged. */
    private Optional<JsonNode> block(String place, @Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        ContentType type = types.get(mine.path("type").asString(""));
        JsonNode old = orEmpty(base);
        boolean sameType = type != null
                && theirs.path("type").equals(mine.path("type"))
                && (base == null || old.path("type").equals(mine.path("type")));
        if (type == null || !sameType || base == null) {
            clashes.add(new Clash(place, "", base, mine, theirs));
            return Optional.empty();
        }
        ObjectNode merged = (ObjectNode) mine.deepCopy();
        merged.set(
                "fields",
                all(type.fields(), place + "/", old.path("fields"), mine.path("fields"), theirs.path("fields")));
        return Optional.of(merged);
    }

    private Optional<JsonNode> repeated(
            Field field, String place, @Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        if (!mine.isArray() || !theirs.isArray()) {
            return Optional.empty();
        }
        int before = clashes.size();
        List<JsonNode> merged = ListMerge.merge(items(base), items(mine), items(theirs), new ListMerge.Meeting<>() {
            @Override
            public Optional<JsonNode> member(int index, JsonNode old, JsonNode my, JsonNode their) {
                return Optional.of(all(field.fields(), place + "/" + (index + 1) + "/", old, my, their));
            }

            @Override
            public void clash(int index, List<JsonNode> old, List<JsonNode> my, List<JsonNode> their) {
                clashes.add(new Clash(place + "/" + (index + 1), "", array(old), array(my), array(their)));
            }
        });
        return clashes.size() == before ? Optional.of(array(merged)) : Optional.empty();
    }

    /** What a reference names; anything else is its own name. */
    private static String target(JsonNode reference) {
        return reference.path("entry").asString(reference.toString());
    }

    private static List<JsonNode> items(@Nullable JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        if (array != null && array.isArray()) {
            array.forEach(items::add);
        }
        return items;
    }

    private static JsonNode array(List<JsonNode> items) {
        ArrayNode array = Json.mapper().createArrayNode();
        items.forEach(array::add);
        return array;
    }

    private static JsonNode orEmpty(@Nullable JsonNode node) {
        return node == null ? Json.mapper().createObjectNode() : node;
    }

    private static @Nullable JsonNode text(@Nullable String text) {
        return text == null ? null : some(text);
    }

    private static JsonNode some(String text) {
        return Json.mapper().getNodeFactory().stringNode(text);
    }
}
