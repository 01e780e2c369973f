/** What the application server gives the core: settings, clock, threads, database. Here: adapters without rules.
 *  Not here: anything about requests. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy"})
package nl.plein.api.container;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
