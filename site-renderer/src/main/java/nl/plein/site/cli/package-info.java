/** The command line {@code plein-render}. Here: options, progress, what is printed. Not here: anything that the library could not do. */
@NullMarked
@Room(mayUse = {"kernel", "source", "copy", "model", "template", "theme", "tree", "render", "check"})
package nl.plein.site.cli;

import nl.plein.site.kernel.Room;
import org.jspecify.annotations.NullMarked;
