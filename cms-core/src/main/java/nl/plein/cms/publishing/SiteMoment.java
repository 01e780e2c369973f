package nl.plein.cms.publishing;

/** A site as it stood at one version. {@link Moments} makes them; who may see what of it is decided in {@link Sight}. */
public record SiteMoment(long version) {}
