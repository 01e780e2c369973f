/** The room that is reached for. */
@Room(mayUse = {})
package nl.plein.site.trespass.upper;

import nl.plein.site.kernel.Room;
