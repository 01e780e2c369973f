package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.DefineType;

/** Defines the types that an archive of a site brings with it. Those of the agency are not changed: other sites use them. */
@ApplicationScoped
class ImportedTypes {

    @Inject
    ContentTypes types;

    @Inject
    DefineType defineType;

    /**
     * @return keys of those that were not there
     * @throws Conflict {@code types-differ}, naming them
     * @throws nl.plein.cms.kernel.Invalid {@code invalid-type}
     */
    @Transactional
    public List<String> perform(SiteArchive archive) throws IOException, SQLException {
        Map<String, ContentType> missing = new LinkedHashMap<>();
        List<String> different = new ArrayList<>();
        archive.each(SiteTables.TYPES, row -> {
            ContentType type = ContentType.of(Json.parse(row.path("definition").stringValue()));
            types.find(type.key())
                    .ifPresentOrElse(
                            known -> {
                                if (!known.tag().equals(type.tag())) {
                                    different.add(type.key());
                                }
                            },
                            () -> missing.put(type.key(), type));
        });
        if (!different.isEmpty()) {
            throw new Conflict(
                    "types-differ",
                    "The agency has other content types of the same name: " + String.join(", ", different)
                            + ". Make them equal, or import into an agency of its own.");
        }
        missing.values().forEach(type -> defineType.perform(type.json()));
        return List.copyOf(missing.keySet());
    }
}
