/** How a person proves who they are: passwords, sessions, codes that carry a session over to a site, links by mail; and who is
 *  asked in or kept out, with a trail of it. Here: the rules, and what is kept. Not here: cookies and pages (the server's rooms
 *  identity and signin), what somebody may do (people). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "jobs", "audit", "notify"})
package nl.plein.cms.accounts;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
