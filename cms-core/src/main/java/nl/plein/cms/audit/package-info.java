/** Who did what, as a hash chain for each agency. Here: recording, sealing, verifying, reading.
 *  Not here: technical logs, and what a rule makes of it. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people"})
package nl.plein.cms.audit;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
