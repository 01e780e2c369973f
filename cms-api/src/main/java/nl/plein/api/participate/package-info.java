/** What visitors send by forms on pages: read strictly, counted, handed to the core, answered with 303 back to the page. Here:
 *  the forms. Not here: what is acceptable (participation), how it is read by those who made the site (management). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "participation", "problem", "wire", "identity"})
package nl.plein.api.participate;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
