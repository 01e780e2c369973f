/** Who has an entry open at this moment. Here: coming, staying and going, how many at most, and telling the others. Not here:
 *  how that reaches a browser, and whether somebody may still stay (whoever lets them in says so).
 *
 *  <p>It lives in the memory of one node and is nobody's history: nothing of it is written down. */
@NullMarked
@Room(mayUse = {"kernel", "jobs"})
package nl.plein.cms.presence;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
