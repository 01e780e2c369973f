package nl.plein.cms.content;

import nl.plein.cms.kernel.EntryId;

/** Names a translation: an entry in one locale. */
public record TranslationKey(EntryId entry, String locale) {

    @Override
    public String toString() {
        return entry + " in " + locale;
    }
}
