package nl.plein.cms.tenancy;

/** Fired in the transaction that deletes a site, so that each room deletes its own rows of it. */
public record SiteDeleted(SiteRef site) {}
