package nl.plein.cms.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import tools.jackson.databind.JsonNode;

/** Adds a content type or block to the agency. */
@ApplicationScoped
public class DefineType {

    @Inject
    Access access;

    @Inject
    AgencyContext agencies;

    @Inject
    ContentTypes types;

    @Inject
    TypeRows rows;

    /**
     * @param definition the type as JSON, see {@code docs/content-types.md}
     * @throws Invalid {@code invalid-type} with findings
     * @throws Conflict {@code type-taken} if the agency has a type of this key
     */
    @Transactional
    public ContentType perform(JsonNode definition) {
        access.require(Permission.MODEL_MANAGE, agencies.current());
        ContentType type = ContentType.of(definition);
        if (types.find(type.key()).isPresent()) {
            throw new Conflict(
                    "type-taken",
                    "There is a content type \"" + type.key() + "\" already: change it, or use another key.");
        }
        if (!type.settled().equals(type)) {
            throw new Invalid("invalid-type", "The fields of a new type were nothing before: leave \"was\" out.");
        }
        rows.add(type);
        return type;
    }
}
