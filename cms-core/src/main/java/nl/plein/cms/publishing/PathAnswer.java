package nl.plein.cms.publishing;

/** What stands at a path for a viewer. */
public sealed interface PathAnswer {

    /** A page. */
    record Found(Publication publication) implements PathAnswer {}

    /**
     * It leads elsewhere, in one hop.
     *
     * @param to     a path of this site, or an absolute address
     * @param status 301, 302 or 308
     */
    record Moved(String to, int status) implements PathAnswer {}

    /** There was a page, and there is none any more (410). */
    record Gone() implements PathAnswer {}

    /** There never was anything that this viewer may know of (404). */
    record Absent() implements PathAnswer {}
}
