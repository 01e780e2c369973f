@Room(mayUse = {})
package nl.plein.cms.rooms.planted.lower;

import nl.plein.cms.kernel.Room;
