/** The delivery API: what is published, as JSON, for whoever may see it; read only. Here: sites, lists, entries, changes,
 *  search, files. Not here: drafts. This room can't even name them: it may never use {@code content} or {@code workflow}. */
@NullMarked
@Room(
        mayUse = {
            "kernel",
            "tenancy",
            "people",
            "model",
            "media",
            "publishing",
            "search",
            "problem",
            "wire",
            "identity",
            "pictures"
        })
package nl.plein.api.delivery;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
