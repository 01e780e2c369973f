/** Pictures in other sizes. Here: which sizes there are, what a picture's header says, and making one, within bounds.
 *  Not here: who may see a picture and where its renditions are kept (the server), which of them a page uses (page). */
@NullMarked
@Room(mayUse = {"kernel"})
package nl.plein.site.image;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
