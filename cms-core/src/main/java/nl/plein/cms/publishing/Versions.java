package nl.plein.cms.publishing;

/** The numbers that bound an interval. */
public final class Versions {

    /** {@code to_version} of what is still open, and {@code from_version} of what is only staged: 2^63-1, never null. */
    public static final long OPEN = Long.MAX_VALUE;

    private Versions() {}
}
