package nl.plein.cms.review;

/**
 * What a comment is about.
 *
 * @param place a field by its key; what lies in groups and blocks after {@code /}: keys of fields and ids of blocks, as in
 *              {@link nl.plein.cms.content.FieldChange}. A block may be meant as a whole
 * @param quote words that stand there, with single spaces; empty for the whole place
 */
public record Anchor(String place, String quote) {

    static final int LONGEST_PLACE = 1_000;
    static final int LONGEST_QUOTE = 1_000;

    public Anchor {
        quote = Passage.spaced(quote);
    }
}
