package nl.plein.cms.media;

/** What there is of an original in another form. */
public sealed interface RenditionRef {

    /** @param size bytes */
    record Made(String sha256, long size) implements RenditionRef {}

    /**
     * None can be made; asking again gives the same.
     *
     * @param reason for a person
     */
    record Refused(String code, String reason) implements RenditionRef {}
}
