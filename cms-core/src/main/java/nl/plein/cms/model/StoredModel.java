package nl.plein.cms.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;

/** The types of the agency as the transaction sees them. Read once for each version of the model; asking costs one small row. */
@ApplicationScoped
@Transactional
class StoredModel {

    private final Map<AgencyId, ModelSnapshot> snapshots = new ConcurrentHashMap<>();

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    AgencyContext agencies;

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
