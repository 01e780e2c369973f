/** A rendered site as content-addressed files: blobs, directory nodes, one root, and the row that makes it live.
 *  Here: how a result is stored, changed, compared and replaced. Not here: how it is made (page, render). */
@NullMarked
@Room(mayUse = {"kernel"})
package nl.plein.site.tree;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
