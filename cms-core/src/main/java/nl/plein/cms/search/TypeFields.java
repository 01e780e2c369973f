package nl.plein.cms.search;

import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.Field;

/** Which fields of a content type a list can ask, and how. */
final class TypeFields {

    private TypeFields() {}

    /** Fields inside groups have the group's key and a dot before their own; inside repeated groups they have several values. */
    static List<IndexedField> of(ContentType type) {
        List<IndexedField> found = new ArrayList<>();
        type.fields().forEach(field -> add(field, "", false, found));
        return found;
    }

    private static void add(Field field, String prefix, boolean many, List<IndexedField> found) {
        String key = prefix + field.key();
        switch (field.kind()) {
            case TEXT, SELECT, COLOUR, ASSET -> found.add(IndexedField.ofType(key, Form.KEYWORD, many));
            case LONG_TEXT, RICH_TEXT -> found.add(IndexedField.ofType(key, Form.WORDS, many));
            case NUMBER -> found.add(IndexedField.ofType(key, Form.NUMBER, many));
            case BOOLEAN -> found.add(IndexedField.ofType(key, Form.TRUTH, many));
            case DATE -> found.add(IndexedField.ofType(key, Form.DAY, many));
            case DATE_TIME -> found.add(IndexedField.ofType(key, Form.MOMENT, many));
            case REFERENCE -> found.add(IndexedField.ofType(key, Form.REFERENCE, many));
            case TAGS, REFERENCES -> found.add(IndexedField.ofType(key, Form.REFERENCE, true));
            case LINK -> {
                found.add(IndexedField.ofType(key, Form.KEYWORD, many));
                found.add(IndexedField.ofType(key + ".label", Form.KEYWORD, many));
            }
            case LOCATION -> {
                found.add(IndexedField.ofType(key, Form.PRESENCE, many));
                found.add(IndexedField.ofType(key + ".lat", Form.NUMBER, many));
                found.add(IndexedField.ofType(key + ".lon", Form.NUMBER, many));
                found.add(IndexedField.ofType(key + ".label", Form.KEYWORD, many));
            }
            case JSON, BLOCKS -> found.add(IndexedField.ofType(key, Form.PRESENCE, many));
            case GROUP, GROUPS -> {
                boolean repeated = many || field.kind().isMany();
                found.add(IndexedField.ofType(key, Form.PRESENCE, repeated));
                field.fields().forEach(inner -> add(inner, key + ".", repeated, found));
            }
        }
    }
}
