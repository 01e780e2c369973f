/** What is to happen to translations at a time: publish, unpublish, archive; and to releases: publish.
 *  Here: reading a time on the clock of a site, keeping, changing and cancelling schedules, doing what is due once and never
 *  early, and saying why something could not be done. Not here: what publishing means (publishing), whose turn it is to
 *  approve (workflow).
 *
 *  <p>Doors: {@link nl.plein.cms.schedules.ScheduleTranslation}, {@link nl.plein.cms.schedules.ScheduleRelease}, {@link nl.plein.cms.schedules.ChangeSchedule},
 *  {@link nl.plein.cms.schedules.CancelSchedule}; to read {@link nl.plein.cms.schedules.Schedules};
 *  {@link nl.plein.cms.schedules.RunSchedules} does what is due. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "content", "publishing", "releases", "audit", "jobs"})
package nl.plein.cms.schedules;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
