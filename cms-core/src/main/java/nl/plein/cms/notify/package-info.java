/** How the installation reaches people outside of it. Here: sending a mail. Not here: what is in it, and when it is sent (the
 *  rooms that have something to say). */
@NullMarked
@Room(mayUse = {"kernel"})
package nl.plein.cms.notify;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
