/** The demonstration agency of a server that was started with {@code mvn -Prun}. Here: loading it into an empty
 *  installation. Not here: what is in it (data, in {@code src/main/demo}). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "accounts", "exchange", "gateway"})
package nl.plein.api.demo;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
