package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import nl.plein.cms.tenancy.ChangeCount;

/** Roots that went live or were taken away. */
@ApplicationScoped
class RootChanges extends ChangeCount {}
