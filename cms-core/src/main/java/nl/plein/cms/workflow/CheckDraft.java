package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;

/** Shows a draft to every gate that looks at texts, whatever its workflow asks of it. Changes nothing. */
@ApplicationScoped
public class CheckDraft {

    @Inject
    Access access;

    @Inject
    DraftInWorkflow drafts;

    @Inject
    @Any
    Instance<Gate> gates;

    /** @param reasons errors first, by gate */
    public record Checked(RevisionId draft, List<ByGate> reasons) {}

    /** What a gate found. */
    public record ByGate(String gate, Reason reason) {}

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-entry} */
    @Transactional
    public Checked perform(SiteId id, TranslationKey key) {
        SiteRef site = access.require(Permission.CONTENT_WRITE, id);
        Draft draft = drafts.get(site, key).draft();
        Subject subject = new Subject(site, draft, Optional.empty());
        List<ByGate> reasons = new ArrayList<>();
        gates.stream()
                .filter(Gate::looksAtText)
                .sorted(Comparator.comparing(Gate::key))
                .forEach(gate -> gate.findings(subject).forEach(reason -> reasons.add(new ByGate(gate.key(), reason))));
        reasons.sort(Comparator.comparing(one -> one.reason().severity()));
        return new Checked(draft.revision(), reasons);
    }
}
