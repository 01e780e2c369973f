package nl.plein.cms.publishing;

import nl.plein.cms.kernel.EntryId;

/** Something that an answer follows from, so that it may be another one once a version touches that. */
public sealed interface Read {

    /** An entry, in all its translations and for all audiences; also one that this viewer may not see yet. */
    record OfEntry(EntryId entry) implements Read {}

    record AtPath(String path) implements Read {}

    /** Whatever is of a type in a locale; {@code *} for all. */
    record OfKind(String type, String locale) implements Read {
        public static final String ALL = "*";
    }
}
