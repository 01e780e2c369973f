/** Shows what is not published yet to whoever has a link, on the site's own host: {@code /preview/{id}/…},
 *  and to the editor in a frame on the platform's: {@code /framed/…}. Here: swapping the link for a cookie,
 *  previews that are kept while somebody looks at them, and what browsers are told. Not here: which links there are and what they show
 *  (previews in the core), making pages (rendering). The only room of the server but management that can name a draft. */
@NullMarked
@Room(
        mayUse = {
            "kernel",
            "tenancy",
            "people",
            "publishing",
            "previews",
            "problem",
            "wire",
            "identity",
            "signin",
            "rendering",
            "gateway"
        })
package nl.plein.api.preview;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
