/** The OpenAPI document. Here: what is the same for every operation, what records say of their schemas, and the door that
 *  publishes the document. Not here: the operations (each in its resource), and words about them (src/main/openapi). */
@NullMarked
@Room(mayUse = {"kernel", "wire", "problem"})
package nl.plein.api.openapi;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
