@Room(mayUse = {"kernel"})
package nl.plein.api.rooms.planted;

import nl.plein.cms.kernel.Room;
