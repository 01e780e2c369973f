package nl.plein.cms.model;

import java.util.Optional;

/**
 * What a change of a type means for one of its fields.
 *
 * @param pointer to where texts hold it now, or will hold it if it is new; through groups
 * @param to      where they will hold it; empty if they won't
 * @param from    its kind now; empty for a new field
 */
public record FieldFate(
        String pointer, Optional<String> to, Fate fate, Optional<FieldKind> from, Optional<FieldKind> kind) {

    public enum Fate {
        ADDED("added"),
        REMOVED("removed"),
        RENAMED("renamed"),
        CONVERTED("converted"),
        /** It asks something else of its values. */
        RULES("rules");

        private final String key;

        Fate(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
