package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;

/** Replaces the word list of an agency. Texts are looked at by the new one from then on; nothing is published or taken away. */
@ApplicationScoped
public class ChangeWordList {

    @Inject
    Access access;

    @Inject
    AgencyContext context;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    WordLists wordLists;

    @Inject
    Audit audit;

    /**
     * @param seen tags of the list, see {@link WordList#tag}
     * @throws Invalid {@code invalid-word-list} with findings
     * @throws nl.plein.cms.kernel.Stale {@code precondition-failed}
     */
    @Transactional
    public WordList perform(WordList wanted, Seen seen) {
        access.require(Permission.MODEL_MANAGE, context.current());
        var row = wordLists.row(LockModeType.PESSIMISTIC_WRITE);
        seen.refuseOther(row.map(StoredWordList::list).orElse(WordList.EMPTY).tag());
        WordList list = WordListRules.tidied(wanted);
        List<Finding> findings = WordListRules.findings(list);
        if (!findings.isEmpty()) {
            throw new Invalid("invalid-word-list", findings.get(0).message(), findings);
        }
        StoredWordList stored = row.orElseGet(() -> new StoredWordList(context.current()));
        stored.change(list);
        if (row.isEmpty()) {
            data.persist(stored);
        }
        data.flush();
        audit.record(
                "workflow.change-word-list",
                "agency/" + context.current(),
                Json.mapper()
                        .createObjectNode()
                        .put("words", list.words().size())
                        .put("abbreviations", list.abbreviations().size()));
        return list;
    }
}
