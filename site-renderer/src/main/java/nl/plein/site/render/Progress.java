package nl.plein.site.render;

/** Told after each page; called from several threads. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, total) -> {};

    void made(int done, int total);
}
