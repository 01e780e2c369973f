package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** Keeps a mapping of a site under a name, in the place of the one that has this name. */
@ApplicationScoped
public class SaveMapping {

    /** The tag of a mapping that is not there. */
    public static final String NONE = "";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int MOST = 100;
    private static final int LONGEST = 500_000;

    @Inject
    Access access;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ImportMappings mappings;

    @Inject
    MappingRules rules;

    @Inject
    AgencyContext agencies;

    @Inject
    Clock clock;

    @Inject
    Audit audit;

    /**
     * @param json a mapping, or what a dry run proposes: what that tells of the files is not kept
     * @param seen tags of the one that has this name, see {@link NamedMapping#tag}; {@link #NONE} if there was none
     * @throws Invalid {@code invalid-mapping-name}, {@code invalid-mapping} with findings, {@code mapping-too-long}, {@code too-many-mappings}
     */
    @Transactional
    public NamedMapping perform(SiteId site, String name, JsonNode json, Seen seen) {
        access.require(Permission.CONTENT_WRITE, site);
        if (!NAME.matcher(name).matches()) {
            throw new Invalid("invalid-mapping-name", "Name a mapping with lower-case letters, digits and hyphens.");
        }
        JsonNode mapping = rules.check(json).json();
        if (Json.write(mapping).length() > LONGEST) {
            throw new Invalid(
                    "mapping-too-long", "A mapping has at most " + LONGEST + " characters: leave kinds or keys out.");
        }
        Optional<StoredMapping> before = mappings.locked(site, name);
        seen.refuseOther(before.map(there -> there.named().tag()).orElse(NONE));
        if (before.isEmpty() && mappings.all(site).size() >= MOST) {
            throw new Invalid("too-many-mappings", "A site keeps at most " + MOST + " mappings: remove one.");
        }
        StoredMapping row =
                before.orElseGet(() -> new StoredMapping(id(site, name), site, name, mapping, clock.instant()));
        row.change(mapping, clock.instant());
        data.persist(row);
        data.flush();
        audit.record(
                "exchange.save-mapping",
                "site/" + site,
                Json.mapper().createObjectNode().put("mapping", name));
        return row.named();
    }

    /** The same whoever comes first: of two that make one at the same moment the second is refused. */
    private UUID id(SiteId site, String name) {
        String whole = agencies.current() + "/" + site + "/" + name;
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
