/** What waits for whom: translations that somebody has to bring further, by whom and until when, and reminding them.
 *  Here: assigning, deadlines, reading one's tasks, reminders. Not here: which step may be made by whom (workflow), how a mail
 *  is sent (notify).
 *
 *  <p>Doors: {@link nl.plein.cms.tasks.AssignTask}; to read {@link nl.plein.cms.tasks.MyTasks} and
 *  {@link nl.plein.cms.tasks.ReadTask}; {@link nl.plein.cms.tasks.RemindOfTasks} reminds of what is due. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "content", "workflow", "schedules", "audit", "jobs", "notify"})
package nl.plein.cms.tasks;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
