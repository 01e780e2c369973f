package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.plein.cms.tenancy.AgencyData;

/** The autosaves of the agency that is current. */
@ApplicationScoped
class Autosaves {

    /** Translations at a time. */
    private static final int SOME = 200;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Clock clock;

    /** A part of the work of {@link ThinRevisions}. @return how many were looked at; 0 when there is no more to do */
    @Transactional
    int thin() {
        Instant before = clock.instant().minus(ThinRevisions.OLD);
        List<UUID> translations = data.createQuery(
                        "select distinct r.translation from Revision r where r.kept = :awhile and r.savedAt < :before",
                        UUID.class)
                .setParameter("awhile", Revision.AWHILE)
                .setParameter("before", before)
                .setMaxResults(SOME)
                .getResultList();
        return translations.isEmpty() ? 0 : thin(translations, before);
    }

    private int thin(List<UUID> translations, Instant before) {
        Map<String, UUID> newest = new HashMap<>();
        List<Object[]> rows = data.createQuery(
                        "select r.id, r.translation, r.savedAt, r.kept, t.head from Revision r, Translation t"
                                + " where t.id = r.translation and t.id in :translations order by r.number",
                        Object[].class)
                .setParameter("translations", translations)
                .getResultList();
        rows.forEach(row -> newest.put(hour(row), (UUID) row[0]));
        List<UUID> gone = new ArrayList<>();
        List<UUID> kept = new ArrayList<>();
        for (Object[] row : rows) {
            if (row[3].equals(Revision.AWHILE) && ((Instant) row[2]).isBefore(before)) {
                boolean stays = row[0].equals(row[4]) || row[0].equals(newest.get(hour(row)));
                (stays ? kept : gone).add((UUID) row[0]);
            }
        }
        update("delete from Revision r where r.id in :ids", gone);
        update("update Revision r set r.kept = '" + Revision.ALWAYS + "' where r.id in :ids", kept);
        return gone.size() + kept.size();
    }

    private static String hour(Object[] row) {
        return row[1] + " " + ((Instant) row[2]).truncatedTo(ChronoUnit.HOURS);
    }

    private void update(String statement, List<UUID> ids) {
        for (int from = 0; from < ids.size(); from += 1_000) {
            data.createQuery(statement)
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + 1_000)))
                    .executeUpdate();
        }
    }
}
