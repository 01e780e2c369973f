/** Serves rendered sites: the live tree of the site whose host was asked for, as far as the viewer may see. Here: addresses,
 *  conditions, ranges, compression, headers. Not here: making pages (rendering), JSON (delivery). */
@NullMarked
@Room(
        mayUse = {
            "kernel",
            "tenancy",
            "people",
            "media",
            "publishing",
            "problem",
            "wire",
            "identity",
            "accounts",
            "signin",
            "rendering",
            "health"
        })
package nl.plein.api.gateway;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
