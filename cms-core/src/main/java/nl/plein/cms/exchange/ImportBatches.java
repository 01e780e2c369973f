package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.exchange.ImportReport.Outcome;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes imported entries in batches, each in one transaction; what editors changed meanwhile is merged, one by one. */
@ApplicationScoped
class ImportBatches {

    @Inject
    ImportBatch batch;

    /**
     * What an origin is to become.
     *
     * @param path   without a locale's prefix; empty: where the type says
     * @param slug   for the path that the type says; empty: from the title
     * @param fields of the import's own types
     * @param notes  gets what the reader of the report has to know
     */
    record Wanted(
            String origin,
            EntryId entry,
            String type,
            String path,
            String slug,
            ObjectNode fields,
            SourceState state,
            List<String> notes) {}

    /**
     * @param path              public; empty if the entry has no page or was not written
     * @param waitsForPublishing whether what was imported differs from what an import published last
     */
    record Written(EntryId entry, Outcome outcome, String path, boolean waitsForPublishing) {}

    /** In the order of what was wanted. */
    List<Written> write(SiteId site, ImportOptions options, List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var written = new ArrayList<>(batch.write(site, options, wanted));
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i).outcome() == Outcome.TO_MERGE) {
                written.set(i, merged(site, options, wanted.get(i)));
            }
        }
        return written;
    }

    private Written merged(SiteId site, ImportOptions options, Wanted wanted) {
        try {
            return batch.merge(site, options, wanted);
        } catch (Conflict conflict) {
            wanted.notes()
                    .add("It was changed here and in the source at one place (" + places(conflict)
                            + "); it stays as it is here.");
            return new Written(wanted.entry(), Outcome.SKIPPED, "", false);
        } catch (Refusal refused) {
            wanted.notes().add(refused.message());
            return new Written(wanted.entry(), Outcome.FAILED, "", false);
        }
    }

    /** Fields and elements that both changed. */
    private static String places(Conflict conflict) {
        List<String> places = new ArrayList<>();
        if (conflict.details().get("conflicts") instanceof JsonNode conflicts) {
            conflicts.forEach(clash -> places.add((clash.path("field").asString("") + " "
                            + clash.path("element").asString(""))
                    .strip()));
        }
        return places.isEmpty() ? conflict.message() : String.join(", ", places);
    }
}
