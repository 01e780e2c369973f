/** Agencies, their sites and hostnames, and which agency a transaction is for.
 *  Here: the platform tables of agencies and sites, the site head that publishing locks, the two entity managers,
 *  the migrations, what a node believes of all this for a while, and what a crash of the embedded database has left.
 *  Not here: what a site shows (publishing), who may do what (people). */
@NullMarked
@Room(mayUse = {"kernel"})
package nl.plein.cms.tenancy;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
