/** The same change to many entries, as a job that can be undone.
 *  Here: what is selected, doing it item by item as the person who asked, what became of each, and bringing back what a job
 *  changed. Not here: what a change means and who may make it (content, publishing); running jobs (jobs).
 *
 *  <p>Doors: {@link nl.plein.cms.bulk.StartBulk}; to read {@link nl.plein.cms.bulk.BulkChanges}. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "model", "content", "publishing", "audit", "jobs"})
package nl.plein.cms.bulk;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
