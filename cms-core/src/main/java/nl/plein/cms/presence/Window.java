package nl.plein.cms.presence;

import java.util.List;

/** One window in which somebody has an entry open: what is told to it. Called by several threads, and must not wait. */
public interface Window {

    /** Who is there now, those who came first at the beginning. */
    void tell(List<Present> present);

    /** Nothing new; says that the line is alive. */
    void beat();

    /** Whether it was closed from the other end. */
    boolean isClosed();

    /** Whether whoever looks through it may still do so. */
    boolean mayStay();

    /** It is shown nothing more. */
    void close();
}
