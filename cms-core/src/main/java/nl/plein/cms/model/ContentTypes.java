package nl.plein.cms.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** The content types and blocks of the agency. Read once for each version of its model; asking costs one small row. */
@ApplicationScoped
@Transactional
public class ContentTypes {

    private final Map<AgencyId, ModelSnapshot> snapshots = new ConcurrentHashMap<>();

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    AgencyContext agencies;

    public Optional<ContentType> find(String key) {
        return Optional.ofNullable(snapshot().types().get(key));
    }

    /** @throws Invalid {@code unknown-type}, naming the types that are known */
    public ContentType get(String key) {
        ModelSnapshot snapshot = snapshot();
        ContentType type = snapshot.types().get(key);
        if (type == null) {
            throw snapshot.unknown(key);
        }
        return type;
    }

    /** Types and blocks, by key. */
    public List<ContentType> all() {
        return List.copyOf(snapshot().types().values());
    }

    /** Counts the changes of the agency's types; 0 before the first. */
    public long version() {
        return snapshot().version();
    }

    /** The JSON Schema 2020-12 that a payload must satisfy before it is published. */
    public JsonNode schema(String key) {
        return snapshot().schema(get(key), true);
    }

    ModelSnapshot snapshot() {
        AgencyId agency = agencies.current();
        UUID id = ModelHead.idOf(agency);
        ModelHead head = data.find(ModelHead.class, id);
        UUID stamp = head == null ? id : head.stamp();
        ModelSnapshot known = snapshots.get(agency);
        if (known != null && known.stamp().equals(stamp)) {
            return known;
        }
        List<ContentType> types = data.createQuery("select t from StoredType t", StoredType.class)
                .getResultStream()
                .map(StoredType::type)
                .toList();
        ModelSnapshot read = new ModelSnapshot(stamp, head == null ? 0 : head.version(), types);
        snapshots.put(agency, read);
        return read;
    }
}
