package nl.plein.cms.tenancy;

/** Whether visitors reach a site. A closed one keeps everything and answers 404 to all but its editors. */
public enum SiteState {
    OPEN,
    CLOSED
}
