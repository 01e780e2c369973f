/** The pages on which people sign in and out, choose a password and see where they are signed in: plain HTML, without scripts, in
 *  Dutch and English. Here: the pages, and what their forms do. Not here: cookies (identity), the rules (accounts). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "accounts", "problem", "wire", "identity"})
package nl.plein.api.signin;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
