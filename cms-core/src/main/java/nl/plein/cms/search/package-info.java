/** The published index and the ways to ask it. Here: what of a publication is indexed, the filter grammar, lists, full text with its excerpts, and the follower that keeps the
 *  index. Not here: what visitors may see (publishing), drafts (they are in no index). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "model", "content", "publishing"})
package nl.plein.cms.search;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
