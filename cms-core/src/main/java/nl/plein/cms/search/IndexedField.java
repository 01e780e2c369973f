package nl.plein.cms.search;

/**
 * A field that a filter or a sort may name.
 *
 * @param name  as clients write it
 * @param base  the field in the index, for fields of content types without the kind at its end
 * @param many  whether an entry may have several values
 * @param fixed whether every publication has this field, whatever its type; such texts are compared exactly (but for the title)
 */
record IndexedField(String name, String base, Form form, boolean many, boolean fixed) {

    /** @param key of the content type's field; a dot stands before a field inside a group */
    static IndexedField ofType(String key, Form form, boolean many) {
        return new IndexedField(key, key.replace('.', '_'), form, many, false);
    }

    static IndexedField fixed(String name, String index, Form form) {
        return new IndexedField(name, index, form, false, true);
    }

    String index() {
        return fixed ? base : base + "_" + form.suffix() + (many ? "s" : "");
    }

    /** Where the words of a long text lie. */
    String words(Language language) {
        return base + "_" + language.code();
    }

    boolean isSortable() {
        return !many && form != Form.PRESENCE;
    }

    boolean isFilterable(Operator operator) {
        return switch (form) {
            case PRESENCE, ORDINAL -> false;
            case WORDS -> operator.searches();
            case TRUTH, REFERENCE -> operator == Operator.EQ || operator == Operator.NE || operator.takesList();
            case NUMBER, DAY, MOMENT -> !operator.searches();
            case KEYWORD -> true;
        };
    }

    /** A text in the form in which this field holds texts. */
    String keyword(String text) {
        boolean exact = fixed && !base.equals(IndexedPublication.TITLE);
        return exact ? text : Language.keyword(text);
    }
}
