/** Who is asking, and for which agency. Here: bearer tokens, cookies of sessions, the way to sign-in, signing in by script, whether a change
 *  was meant.
 *  Not here: what they may do (people.Access), the pages on which people sign in (signin). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "accounts", "audit", "metrics", "problem", "wire"})
package nl.plein.api.identity;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
