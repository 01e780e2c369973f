package nl.plein.cms.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;
import org.jspecify.annotations.Nullable;

/** The types of the agency as the transaction sees them. Read once for each version of the model; asking costs one small row. */
@ApplicationScoped
@Transactional
class StoredModel {

    /** Compiled schemas are large; an agency where nobody works needs none. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private static final int MOST_AGENCIES = 100;

    private final Cache<AgencyId, ModelSnapshot> snapshots = Caffeine.newBuilder()
            .maximumSize(MOST_AGENCIES)
            .expireAfterAccess(IDLE)
            .scheduler(Scheduler.systemScheduler())
            .executor(Runnable::run)
            .build();

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    AgencyContext agencies;

    @Inject
    RichTextWords words;

    ModelSnapshot snapshot() {
        AgencyId agency = agencies.current();
        UUID id = ModelHead.idOf(agency);
        ModelHead head = data.find(ModelHead.class, id);
        UUID stamp = head == null ? id : head.stamp();
        @Nullable ModelSnapshot known = snapshots.getIfPresent(agency);
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

    /** How the types of a snapshot came to be what they are. */
    ModelHistory history(ModelSnapshot snapshot) {
        return snapshot.history(() -> new ModelHistory(
                data.createQuery(
                                "select v from TypeVersion v where v.number <= :version order by v.number, v.key",
                                TypeVersion.class)
                        .setParameter("version", snapshot.version())
                        .getResultList(),
                conversions()));
    }

    Conversions conversions() {
        return new Conversions(words);
    }
}
