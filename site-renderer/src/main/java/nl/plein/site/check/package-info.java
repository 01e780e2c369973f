/** Reading an output folder as a critical visitor would. Here: findings about files. Not here: how the files were made. */
@NullMarked
@Room(mayUse = {"kernel"})
package nl.plein.site.check;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
