package nl.plein.cms.content;

import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.RevisionId;

/** What became of one entry that was to be written. */
public sealed interface Written {

    enum Outcome {
        CREATED,
        /** A further translation of an entry that was there. */
        TRANSLATED,
        UPDATED,
        /** It was there already, word for word. */
        UNCHANGED
    }

    /**
     * @param path     of its page; empty if it has none
     * @param numbered the path it wanted was taken, so that it got a number
     */
    record Saved(TranslationKey key, RevisionId revision, String path, Outcome outcome, boolean numbered)
            implements Written {}

    /** A rule said no; the others are written all the same. */
    record Refused(Refusal why) implements Written {}
}
