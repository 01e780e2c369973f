package nl.plein.cms.publishing;

import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;

/** One difference between two versions of a site, for one viewer. A follower applies what is gone before what is there. */
public sealed interface Change {

    /** Forget everything this entry ever said, and every redirect whose value names it: its paths are erased, too. */
    record Purged(EntryId entry) implements Change {}

    /** No longer visible there. */
    record EntryGone(EntryId entry, String locale, Audience audience, String path) implements Change {}

    /** New or different there. */
    record EntryThere(Publication publication) implements Change {}

    /** A site part that is no more. */
    record PartGone(PartKind kind, String key, Audience audience) implements Change {}

    /** A site part that is new or different. */
    record PartThere(SitePart part) implements Change {}
}
