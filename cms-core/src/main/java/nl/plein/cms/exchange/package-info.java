/** What goes in and out as a whole: imports of archives and the mappings they go by, export of whole
 *  sites and their import elsewhere, copies of sites, loading of agency bundles, back-up and restore.
 *  Here: reading foreign formats safely and turning them into entries through the doors of the other rooms.
 *  Not here: rules about entries (content), what visitors see (publishing). */
@NullMarked
@Room(
        mayUse = {
            "kernel",
            "tenancy",
            "people",
            "model",
            "media",
            "content",
            "workflow",
            "publishing",
            "remodel",
            "search",
            "audit",
            "jobs"
        })
package nl.plein.cms.exchange;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
