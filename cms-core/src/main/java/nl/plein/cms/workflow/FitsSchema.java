package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Model;

/** Finds what the type of an entry asks of a publication and the draft does not give. */
@ApplicationScoped
public class FitsSchema implements Gate {

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    @Override
    public String key() {
        return "schema";
    }

    @Override
    public List<Reason> findings(Subject subject) {
        return model.findings(types.get(subject.draft().type()), subject.draft().payload(), true).stream()
                .map(finding -> new Reason(finding.pointer(), finding.code(), Severity.ERROR, SchemaWords.of(finding)))
                .toList();
    }
}
