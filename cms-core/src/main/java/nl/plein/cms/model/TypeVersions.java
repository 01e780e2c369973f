package nl.plein.cms.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.tenancy.AgencyData;

/** The definitions that the agency's types have had. */
@ApplicationScoped
@Transactional
public class TypeVersions {

    @Inject
    @AgencyData
    EntityManager data;

    /** Newest first, at most so many. @param before a version's number; only older ones are given; {@code Long.MAX_VALUE} for all */
    public List<TypeVersion> of(String type, long before, int most) {
        return data.createQuery(
                        "select v from TypeVersion v where v.key = :key and v.number < :before order by v.number desc",
                        TypeVersion.class)
                .setParameter("key", type)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    /** @throws NotFound {@code unknown-version} */
    public TypeVersion get(String type, long number) {
        return data.createQuery(
                        "select v from TypeVersion v where v.key = :key and v.number = :number", TypeVersion.class)
                .setParameter("key", type)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "unknown-version",
                        "The type \"" + type + "\" has no version " + number + ": GET …/versions lists them."));
    }
}
