/** What visitors add: a message to the site, an answer to "was this page useful?". Here: what may be said, keeping, reading and
 *  forgetting it. Not here: who sent too much (the server's doors), how a form looks (themes). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "publishing", "audit"})
package nl.plein.cms.participation;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
