/** Requests to hosts outside of the installation, whose addresses others chose. Here: which addresses may be reached, looked at
 *  on the socket that is used, and bounds on time and size. Not here: why something is asked for (the rooms that ask).
 *
 *  <p>Doors: {@link nl.plein.cms.outside.OutsideHttp}, {@link nl.plein.cms.outside.OutsideUrl}. */
@NullMarked
@Room(mayUse = {"kernel"})
package nl.plein.cms.outside;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
