/** Content types changed while entries are made of them. Here: what a change would mean for drafts, pages and lists; making it,
 *  and carrying texts over in the background. Not here: what a type may look like (model), how a draft or a page is written
 *  (content, publishing).
 *
 *  <p>Doors: {@link nl.plein.cms.remodel.WeighTypeChange} tells the impact, {@link nl.plein.cms.remodel.RemodelType} makes the
 *  change, {@link nl.plein.cms.remodel.CarryTexts} is the job behind it. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "model", "content", "workflow", "publishing", "search", "jobs"})
package nl.plein.cms.remodel;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
