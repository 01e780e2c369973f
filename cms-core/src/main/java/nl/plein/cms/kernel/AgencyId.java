package nl.plein.cms.kernel;

/** Names an agency. Readable, lower case, unique in the installation: {@code [a-z0-9][a-z0-9-]{0,62}}. */
public record AgencyId(String value) {

    /** @throws Invalid if the text is no slug of at most 63 characters */
    public static AgencyId of(String value) {
        if (!Slug.isSlug(value) || value.length() > 63) {
            throw new Invalid(
                    "invalid-agency-id",
                    "\"" + Slug.shorten(value)
                            + "\" can't be the id of an agency: use 1 to 63 lower-case letters, digits and hyphens.");
        }
        return new AgencyId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
