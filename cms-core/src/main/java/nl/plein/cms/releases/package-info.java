/** Changes of many translations that become one site version.
 *  Here: putting a release together, looking at what it would do, publishing and rolling it back as one version each.
 *  Not here: what publishing means (publishing), acts at a time (schedules).
 *
 *  <p>Doors: {@link nl.plein.cms.releases.PlanRelease}, {@link nl.plein.cms.releases.ReviewRelease},
 *  {@link nl.plein.cms.releases.PublishRelease}, {@link nl.plein.cms.releases.RollBackRelease}; to read
 *  {@link nl.plein.cms.releases.Releases}. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "content", "publishing", "audit"})
package nl.plein.cms.releases;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
