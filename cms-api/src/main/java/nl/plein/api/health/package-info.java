/** Whether this server can do its work, and how it is doing. Here: the probes that a service manager asks.
 *  Not here: what makes a room ready (each room says so itself, by a bean that is {@link nl.plein.api.health.Check}). */
@NullMarked
@Room(mayUse = {"kernel", "wire", "problem", "tenancy", "people", "publishing"})
package nl.plein.api.health;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
