package nl.plein.cms.tenancy;

/** Something that doors must know of a site beside the site itself, read with it in one transaction. A bean of any room. */
public interface SiteFact {

    /** Stable, kebab-case. */
    String name();

    /** What holds now; the site's agency is current. */
    long of(SiteRef site);
}
