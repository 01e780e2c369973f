/** Entries, their translations and revisions. Here: edit, compare, restore, merge, lay aside, look after.
 *  Not here: approval (workflow), what visitors see (publishing). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "model", "media", "audit", "jobs"})
package nl.plein.cms.content;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
