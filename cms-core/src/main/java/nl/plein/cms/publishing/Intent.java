package nl.plein.cms.publishing;

import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;

/** What somebody wants of a site, said before the site is locked. */
interface Intent {

    /**
     * Turns the wish into an act for the site as it is now, staging rows under this batch if it needs new ones. Called in
     * a transaction; called again, under the lock and after the staged rows were dropped, if the site has moved on in a
     * way that matters and the intent {@link #reads} it.
     *
     * @param version the newest version that this act has seen
     */
    Act prepare(long batch, long version);

    /**
     * Called under the lock, before anything is written.
     *
     * @throws nl.plein.cms.kernel.Stale if whoever wants this has not seen the site as it is
     */
    default void refuseUnseen(SiteRef now) {}

    /**
     * Called under the lock, before anything is written.
     *
     * @throws nl.plein.cms.kernel.Invalid if something that must be nobody else's is taken by then
     */
    default void refuseTaken(SiteId site) {}

    /**
     * Called under the lock, in the transaction of the version, once it is certain that the act is done; also if nothing that visitors
     * see has to change.
     *
     * @throws nl.plein.cms.kernel.Stale if whoever wants this has not seen what it changes
     */
    default void alongside() {}

    /** Whether the act depends on all that is open, and not only on what it names itself. */
    default boolean readsWholeSite() {
        return false;
    }
}
