/** A room that may use nothing, and does. */
@Room(mayUse = {})
package nl.plein.site.trespass.lower;

import nl.plein.site.kernel.Room;
