/** What the pages of a site are and what a template sees on each. Here: addresses, lists, words, views, rich text, feeds, calendars, sitemaps.
 *  Not here: running them all and storing the result (render, tree). */
@NullMarked
@Room(mayUse = {"kernel", "source", "image", "model", "theme", "template"})
package nl.plein.site.page;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
