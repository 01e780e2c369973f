/** The editor's files at {@code /editor/}, on the platform's host. Here: handing them out, and what browsers may do with them. Not here: the
 *  editor (src/main/editor, a web application of its own on the management API). */
@NullMarked
@Room(mayUse = {"kernel"})
package nl.plein.api.editor;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
