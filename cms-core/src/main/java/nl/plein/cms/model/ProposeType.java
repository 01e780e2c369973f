package nl.plein.cms.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import tools.jackson.databind.JsonNode;

/** Works out what another definition of a type would change, before it is one. */
@ApplicationScoped
public class ProposeType {

    @Inject
    Access access;

    @Inject
    AgencyContext agencies;

    @Inject
    ContentTypes types;

    @Inject
    StoredModel stored;

    @Inject
    TypeRows rows;

    /**
     * @param definition whose fields may tell, in {@code was}, what they are called now
     * @throws Invalid  {@code unknown-type}, {@code key-fixed}; {@code invalid-type} with findings
     * @throws Conflict {@code kind-fixed} if a value of one kind can't become one of the other, while entries use the type
     */
    @Transactional
    public TypeProposal perform(String key, JsonNode definition) {
        access.require(Permission.MODEL_MANAGE, agencies.current());
        return propose(key, definition, Seen.ANY);
    }

    /** The same, and nobody else changes the agency's types until this transaction ends. @param seen see {@link ContentType#tag} */
    @Transactional(Transactional.TxType.MANDATORY)
    public TypeProposal holding(String key, JsonNode definition, Seen seen) {
        access.require(Permission.MODEL_MANAGE, agencies.current());
        rows.lock();
        return propose(key, definition, seen);
    }

    private TypeProposal propose(String key, JsonNode definition, Seen seen) {
        ContentType before = types.get(key);
        seen.refuseOther(before.tag());
        ContentType given = ContentType.of(definition);
        if (!given.key().equals(key)) {
            throw new Invalid("key-fixed", "The key of a type can't change: it stays \"" + key + "\".");
        }
        TypeProposal proposal = new TypeProposal(types.snapshot(), before, given, stored.conversions());
        refuse(proposal);
        return proposal;
    }

    private void refuse(TypeProposal proposal) {
        List<Finding> impossible = proposal.impossible();
        List<Finding> wrong = impossible.stream()
                .filter(finding -> !finding.code().equals("kind-fixed"))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Invalid("invalid-type", wrong.get(0).message(), wrong);
        }
        if (!impossible.isEmpty() && rows.countOf(proposal.before()) > 0) {
            throw new Conflict("kind-fixed", impossible.get(0).message(), impossible);
        }
    }
}
