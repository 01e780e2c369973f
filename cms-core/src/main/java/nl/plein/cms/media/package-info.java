/** Files: a store that names content by its hash, and the assets that editors upload.
 *  Here: keeping, finding and replacing bytes, and the words that describe them. Not here: who may see an asset and where it
 *  is used (its publications decide). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "audit"})
package nl.plein.cms.media;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
