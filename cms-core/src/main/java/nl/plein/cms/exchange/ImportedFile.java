package nl.plein.cms.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.JsonConverter;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The row of an {@link ImportLine}. */
@Entity
@Table(name = "imported_file")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
class ImportedFile {

    /** The nil UUID (RFC 9562, 5.9): EclipseLink reads no null as a UUID. */
    private static final UUID NO_ENTRY = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "job_id")
    private UUID job;

    private int number;
    private String file;
    private String outcome;
    private String state;
    private String path;

    @Column(name = "entry_id")
    private UUID entry;

    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode details;

    protected ImportedFile() {}

    ImportedFile(UUID id, SiteId site, JobId job, int number, ImportLine line) {
        this.id = id;
        this.site = site.value();
        this.job = job.value();
        this.number = number;
        this.file = line.file();
        this.outcome = line.outcome();
        this.state = line.state();
        this.path = line.path();
        this.entry = line.entry().map(EntryId::value).orElse(NO_ENTRY);
        this.details = details(line);
    }

    ImportLine line() {
        return new ImportLine(
                number,
                file,
                outcome,
                state,
                path,
                entry.equals(NO_ENTRY) ? Optional.empty() : Optional.of(new EntryId(entry)),
                texts("notes"),
                texts("missingLinks"));
    }

    private static @Nullable JsonNode details(ImportLine line) {
        if (line.notes().isEmpty() && line.missingLinks().isEmpty()) {
            return null;
        }
        ObjectNode details = Json.mapper().createObjectNode();
        line.notes().forEach(details.withArray("notes")::add);
        line.missingLinks().forEach(details.withArray("missingLinks")::add);
        return details;
    }

    private List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (details != null) {
            details.path(key).forEach(text -> texts.add(text.asString()));
        }
        return texts;
    }
}
