package nl.plein.cms.previews;

import java.time.Instant;
import nl.plein.cms.releases.ReleaseId;

/** What a preview shows instead of what is published. */
public sealed interface PreviewSubject {

    /** Every newest draft of the site. */
    record Drafts() implements PreviewSubject {}

    /** What the site would be if this release were published now. */
    record OfRelease(ReleaseId release) implements PreviewSubject {}

    /** What the site would be at this moment, by what is scheduled. */
    record AtTime(Instant at) implements PreviewSubject {}
}
