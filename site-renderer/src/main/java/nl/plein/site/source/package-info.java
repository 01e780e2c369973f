/** Where a site comes from: the delivery API over HTTP, a folder with the same JSON, or the server itself.
 *  Here: the wire's shapes and how they are fetched. Not here: what is kept of them (copy). */
@NullMarked
@Room(mayUse = {"kernel", "image"})
package nl.plein.site.source;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
