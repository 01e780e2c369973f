package nl.plein.cms.kernel;

/** Names a site. Readable, lower case, unique in the installation: {@code [a-z0-9][a-z0-9-]{0,62}}. */
public record SiteId(String value) {

    /** @throws Invalid if the text is no slug of at most 63 characters */
    public static SiteId of(String value) {
        if (!Slug.isSlug(value) || value.length() > 63) {
            throw new Invalid(
                    "invalid-site-id",
                    "\"" + Slug.shorten(value)
                            + "\" can't be the id of a site: use 1 to 63 lower-case letters, digits and hyphens.");
        }
        return new SiteId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
