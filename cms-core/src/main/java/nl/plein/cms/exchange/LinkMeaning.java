package nl.plein.cms.exchange;

import java.util.Optional;
import java.util.UUID;

/**
 * What a link of an imported text leads to.
 *
 * @param entry     of the page, author or tag that it means here
 * @param asset     of the picture in the archive that it means
 * @param href      what stays beside the entry, its anchor; without entry and asset the whole address; may be empty
 * @param isMissing whether it means something of the source's own site that is not in the archive
 */
record LinkMeaning(Optional<UUID> entry, Optional<UUID> asset, String href, boolean isMissing) {

    static LinkMeaning entry(UUID entry, String anchor) {
        return new LinkMeaning(Optional.of(entry), Optional.empty(), anchor, false);
    }

    static LinkMeaning asset(UUID asset) {
        return new LinkMeaning(Optional.empty(), Optional.of(asset), "", false);
    }

    /** Another site, mail, an anchor of the same page. */
    static LinkMeaning elsewhere(String href) {
        return new LinkMeaning(Optional.empty(), Optional.empty(), href, false);
    }

    static LinkMeaning missing(String href) {
        return new LinkMeaning(Optional.empty(), Optional.empty(), href, true);
    }
}
