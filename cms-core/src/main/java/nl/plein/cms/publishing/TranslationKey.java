package nl.plein.cms.publishing;

import nl.plein.cms.kernel.EntryId;

/** Names a translation: an entry in one locale. */
public record TranslationKey(EntryId entry, String locale) {}
