/** What a copy means: entries, menus, settings, redirects, and who refers to whom, as one audience sees them.
 *  Here: finding things, and which reads a change touches. Not here: addresses under a base path and HTML (page, template). */
@NullMarked
@Room(mayUse = {"kernel", "source", "copy"})
package nl.plein.site.model;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
