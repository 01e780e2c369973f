/** Durable background work: enqueued in the transaction that wants it, run at least once, with progress, log and cancel; those
 *  of one kind on one site one after the other.
 *  Here: keeping and running jobs. Not here: what a job does (the handler's room). */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people"})
package nl.plein.cms.jobs;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
