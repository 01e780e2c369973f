package nl.plein.site.render;

/** Each page is made in a turn, so that a site of ten thousand pages does not hold up one of ten. Called from several threads. */
@FunctionalInterface
public interface Turns {
    Turns FREE = Runnable::run;

    /** Waits for a turn, makes the page, and gives the turn back. */
    void take(Runnable page);
}
