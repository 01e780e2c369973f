@Room(mayUse = {"lower"})
package nl.plein.cms.rooms.planted.upper;

import nl.plein.cms.kernel.Room;
