package nl.plein.site.tree;

/** The one row that decides what visitors of a site see. */
public interface LiveRow {
    /**
     * Makes a root live, unless one of this version or a later one already is: a stalled renderer can't turn a site back.
     *
     * @return whether it went live
     */
    boolean moveForward(String site, long version, String root);
}
