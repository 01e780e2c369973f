package nl.plein.cms.workflow;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.JsonConverter;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import tools.jackson.databind.JsonNode;

/** The word list of an agency. */
@Entity
@Table(name = "word_list")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class StoredWordList {

    @Id
    private UUID id;

    @Convert(converter = JsonConverter.class)
    private JsonNode words;

    protected StoredWordList() {}

    StoredWordList(AgencyId agency) {
        this.id = idOf(agency);
        this.words = Json.mapper().valueToTree(WordList.EMPTY);
    }

    /** The same for an agency on every machine: of two first lists at one moment the second is refused. */
    static UUID idOf(AgencyId agency) {
        return UUID.nameUUIDFromBytes(("word list of " + agency.value()).getBytes(StandardCharsets.UTF_8));
    }

    WordList list() {
        return Json.mapper().treeToValue(words, WordList.class);
    }

    void change(WordList list) {
        words = Json.mapper().valueToTree(list);
    }
}
