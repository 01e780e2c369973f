/** A theme package and its parents: its files, tokens, styles, texts and what its theme.json says.
 *  Here: data about looks. Not here: running a template (template), what a site is (model). */
@NullMarked
@Room(mayUse = {"kernel"})
package nl.plein.site.theme;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
