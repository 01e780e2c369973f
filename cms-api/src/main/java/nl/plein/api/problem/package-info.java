/** What goes wrong, as problem+json (RFC 9457) that says what to do. Here: refusals of the core and of HTTP, and their one
 *  mapper. Not here: the rules that refuse. */
@NullMarked
@Room(mayUse = {"kernel", "publishing"})
package nl.plein.api.problem;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
