/** A local copy of a site at one version, and how it is moved to the next. Here: what survives a kill.
 *  Not here: what the entries mean (model), where they come from (source). */
@NullMarked
@Room(mayUse = {"kernel", "source"})
package nl.plein.site.copy;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
