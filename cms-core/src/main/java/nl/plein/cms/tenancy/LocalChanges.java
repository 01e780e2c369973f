package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;

/** Changes of sites, hostnames and content types. */
@ApplicationScoped
public class LocalChanges extends ChangeCount {}
