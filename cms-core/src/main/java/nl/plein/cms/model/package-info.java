/** Content types and blocks as data. Here: what a type may look like, its compilation to JSON Schema, what is wrong with a payload.
 *  Not here: entries (content). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "audit"})
package nl.plein.cms.model;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
