/** Themes that an agency uploaded. Here: which there are, by the hash of their package. Not here: what is in them and whether they
 *  are sound (site-renderer), which of them a site wears (publishing: a site part). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "media", "audit"})
package nl.plein.cms.theme;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
