package nl.plein.cms.search;

/** How a field lies in the index, and so what it can be asked. */
enum Form {
    /** Short text: compared without letter case and accents, by its first 256 characters. */
    KEYWORD("kw", "a text between single quotes"),
    /** Long text: its words, and for sorting its first 256 characters. */
    WORDS("kw", "a text between single quotes"),
    NUMBER("num", "a number"),
    DAY("date", "a date such as 2026-01-31"),
    MOMENT("time", "a date or a moment such as 2026-01-31T09:00:00Z"),
    TRUTH("bool", "true or false"),
    /** The id of another entry; also found by that entry's title or slug. */
    REFERENCE("kw", "an id, a title or a slug between single quotes"),
    /** Part of an id: for ties, never asked by name. */
    ORDINAL("", ""),
    /** Only whether it has a value. */
    PRESENCE("", "null");

    private final String suffix;
    private final String expects;

    Form(String suffix, String expects) {
        this.suffix = suffix;
        this.expects = expects;
    }

    /** The kind in the index field's name; several values have it with an s. */
    String suffix() {
        return suffix;
    }

    String expects() {
        return expects;
    }
}
