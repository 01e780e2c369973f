/** How requests and answers look on the wire: JSON, typed ids, parameters, headers. Here: what every API shares.
 *  Not here: what one of them says. */
@NullMarked
@Room(mayUse = {"kernel", "problem"})
package nl.plein.api.wire;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
