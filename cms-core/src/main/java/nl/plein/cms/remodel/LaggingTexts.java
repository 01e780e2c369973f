package nl.plein.cms.remodel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.plein.cms.content.CarryDrafts;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.PayloadForms;
import nl.plein.cms.publishing.ConvertPublications;

/** Tells whether texts wait to be carried over into the fields that their type has by now. */
@ApplicationScoped
public class LaggingTexts {

    @Inject
    ContentTypes types;

    @Inject
    PayloadForms forms;

    @Inject
    CarryDrafts carryDrafts;

    @Inject
    ConvertPublications convertPublications;

    /** Of any type. */
    public boolean any(SiteId site) {
        return types.all().stream().anyMatch(type -> !type.isBlock() && any(site, type.key()));
    }

    public boolean any(SiteId site, String type) {
        long change = forms.lastChange(type);
        return change > 0
                && (carryDrafts.anyBefore(site, type, change) || convertPublications.anyBefore(site, type, change));
    }
}
