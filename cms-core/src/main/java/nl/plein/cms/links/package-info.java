/** Where the links of a draft lead. Here: the gate that tells which lead nowhere; asking addresses outside, in the background and
 *  seldom, whether they still answer, and what is known of that. Not here: references and links by id (publishing), which
 *  addresses may be reached (outside).
 *
 *  <p>Doors: {@link nl.plein.cms.links.SoundLinks} reads what is known and never the network;
 *  {@link nl.plein.cms.links.CheckLinks} asks what is due; {@link nl.plein.cms.links.KeepLinks} takes in what is linked to
 *  and forgets what is linked to no more. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "model", "content", "workflow", "publishing", "jobs", "outside"})
package nl.plein.cms.links;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
