/** Pictures in other sizes, inside the server: made by the renderer's library, kept by the core. Here: what may be asked for,
 *  making each once, how much of it at a time, and the
 *  answer that holds it. Not here: who may see it (delivery), the work on pixels (site-renderer). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "media", "problem", "wire"})
package nl.plein.api.pictures;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
