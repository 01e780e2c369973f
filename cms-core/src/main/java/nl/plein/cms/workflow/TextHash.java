package nl.plein.cms.workflow;

import nl.plein.cms.content.Draft;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;

/** Names what an approval speaks of: all that the draft says, and for whom it is. Where its page lies is not part of it. */
final class TextHash {

    private TextHash() {}

    static String of(Draft draft) {
        return Hashes.sha256(draft.audience().value() + "\n" + Json.canonical(draft.payload()));
    }
}
