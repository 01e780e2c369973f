/** Who is asking, and for which agency. Here: bearer tokens. Not here: what they may do (people.Access). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "problem", "wire"})
package nl.plein.api.identity;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
