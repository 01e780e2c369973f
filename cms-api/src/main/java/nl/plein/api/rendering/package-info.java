/** Renders sites inside the server, with the same library as the command line. Here: the follower that renders each new
 *  version, the sites that it keeps in memory, and the adapters by which the library reads and stores. Not here: how a page is made (site-renderer), how it is
 *  served (gateway). */
@NullMarked
@Room(
        mayUse = {
            "kernel",
            "tenancy",
            "people",
            "media",
            "theme",
            "jobs",
            "publishing",
            "delivery",
            "pictures",
            "health"
        })
package nl.plein.api.rendering;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
