/** Files: a store that names content by its hash, and the assets that editors upload.
 *  Here: keeping and finding bytes. Not here: who may see an asset (its publications decide). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "audit"})
package nl.plein.cms.media;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
