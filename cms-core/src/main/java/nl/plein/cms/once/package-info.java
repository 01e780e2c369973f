/** Requests that have been answered, so that one that is sent again, because its answer was lost, does nothing twice.
 *  Here: keeping an answer in the transaction of the act. Not here: what a request or an answer looks like (the APIs). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "jobs"})
package nl.plein.cms.once;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
