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

/**
 * Replaces the definition of a type. What was published stays as it was until it is published again. Whoever changes a type
 * that texts are made of weighs it first, see {@code remodel}.
 */
@ApplicationScoped
public class ChangeType {

    @Inject
    Access access;

    @Inject
    AgencyContext agencies;

    @Inject
    ContentTypes types;

    @Inject
    TypeRows rows;

    /**
     * Fields may come, go and get other rules; a field whose kind must change gets a new key, so that stored values keep
     * their meaning. Values of fields that went are kept in older revisions and left out when a draft is read.
     *
     * @throws Invalid  {@code unknown-type}; {@code invalid-type} with findings
     * @throws Conflict {@code kind-fixed} if a field or the type would change its kind while entries use it
     */
    @Transactional
    public ContentType perform(String key, JsonNode definition) {
        return perform(key, definition, Seen.ANY);
    }

    /** The same for somebody who has seen a definition. @param seen tags of the type, see {@link ContentType#tag} */
    @Transactional
    public ContentType perform(String key, JsonNode definition, Seen seen) {
        access.require(Permission.MODEL_MANAGE, agencies.current());
        rows.lock();
        ContentType before = types.get(key);
        seen.refuseOther(before.tag());
        ContentType after = ContentType.of(definition);
        if (!after.key().equals(key)) {
            throw new Invalid("key-fixed", "The key of a type can't change: it stays \"" + key + "\".");
        }
        List<Finding> fixed = changedKinds(before, after);
        if (!fixed.isEmpty() && rows.countOf(before) > 0) {
            throw new Conflict("kind-fixed", fixed.get(0).message(), fixed);
        }
        rows.change(after);
        return after.settled();
    }

    /** Makes what was proposed, in the transaction in which {@link ProposeType#holding} proposed it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ContentType perform(TypeProposal proposal) {
        access.require(Permission.MODEL_MANAGE, agencies.current());
        rows.change(proposal.given());
        return proposal.after();
    }

    private static List<Finding> changedKinds(ContentType before, ContentType after) {
        if (before.kind() != after.kind()) {
            return List.of(new Finding("/kind", "kind-fixed", "Entries use this type: it stays an entry or a block."));
        }
        return before.fields().stream()
                .filter(field -> after.field(field.key())
                        .filter(now -> now.kind() != field.kind())
                        .isPresent())
                .map(field -> new Finding(
                        "/fields",
                        "kind-fixed",
                        "Entries use the field \"" + field.key() + "\" as " + field.kind()
                                + ": give the new kind a new key."))
                .toList();
    }
}
