package nl.plein.cms.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.plein.cms.tenancy.SiteFact;
import nl.plein.cms.tenancy.SiteRef;

/** The version of the agency's content types, which no version of a site tells. */
@ApplicationScoped
public class ModelFact implements SiteFact {

    public static final String NAME = "model";

    @Inject
    ContentTypes types;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long of(SiteRef site) {
        return types.version();
    }
}
