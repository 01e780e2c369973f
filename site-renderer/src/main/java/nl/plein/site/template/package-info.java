/** The template engine with everything it is not given. Here: what a template may say, how much it may use, and how it fails.
 *  Not here: what the site's data are called (page). */
@NullMarked
@Room(mayUse = {"kernel"})
package nl.plein.site.template;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
