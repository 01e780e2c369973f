/** Making the pages of a site at one version, all of them or what a change touches, on all cores, and handing the result over whole.
 *  Here: the doors of the library ({@link nl.plein.site.render.SiteRenderer} for one time,
 *  {@link nl.plein.site.render.StandingSite} to follow a site, {@link nl.plein.site.render.PageByPage} for what somebody asks for), and who has read what. Not here: what a page is (page), how files are stored (tree). */
@NullMarked
@Room(mayUse = {"kernel", "source", "copy", "model", "theme", "template", "page", "tree"})
package nl.plein.site.render;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
