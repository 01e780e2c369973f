/** Persons, their memberships and roles, tokens, and the one place that decides who may do what.
 *  Here: who is calling, what they may see and do. Not here: how a request proves who it is (the server's identity room). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy"})
package nl.plein.cms.people;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
