package nl.plein.cms.model;

/**
 * A value that a text has and that its type, once changed, can't hold.
 *
 * @param pointer JSON Pointer into the fields as they were
 * @param code    {@code value-removed}, {@code value-unreadable} or {@code value-shortened}
 * @param field   that held it
 */
public record Loss(String pointer, String code, Field field) {

    /** The field is there no more. */
    public static final String REMOVED = "value-removed";

    /** Another kind of field can't say it. */
    public static final String UNREADABLE = "value-unreadable";

    /** Another kind of field can say a part of it. */
    public static final String SHORTENED = "value-shortened";
}
