package nl.plein.cms.exchange;

import nl.plein.cms.kernel.EntryId;

/**
 * Where a file of an archive goes; small, since there is one for each file while an import runs.
 *
 * @param origin  the name under which the site remembers the file
 * @param path    that the entry is to have, without a locale's prefix
 * @param term    the author or tag whose page the file is, as {@code author:slug} or {@code tag:slug}; empty for any other file
 * @param kind    of source, see {@link SourceKinds}; empty for the page of an author or a tag
 * @param note    what is to be said about the place; may be empty
 */
record Placement(
        Archive archive,
        ArchiveMember member,
        String origin,
        String path,
        EntryId entry,
        SourceState state,
        String term,
        String kind,
        String note) {}
