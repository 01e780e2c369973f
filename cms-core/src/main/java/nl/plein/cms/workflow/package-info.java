/** How a draft comes to be published: workflows as data, the state of each translation, approval, and the gates.
 *  Here: which transition may be made by whom, what stands in its way, and saying so. Not here: what a draft says
 *  (content), what visitors see (publishing, which asks {@link nl.plein.cms.workflow.MayPublish}). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "model", "content", "audit"})
package nl.plein.cms.workflow;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
