/** Trying a theme of a stranger before a site wears it. Here: reading the package, a sample site with something for every template,
 *  and a clock. Not here: what a theme may do (theme, template), who may upload one (the server). */
@NullMarked
@Room(mayUse = {"kernel", "source", "copy", "theme", "render", "tree"})
package nl.plein.site.trial;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
