package nl.plein.cms.content;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A draft points at an entry, an asset or a block type. */
@Entity
@Table(name = "entry_reference")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class Reference {

    static final String ENTRY = "entry";
    static final String ASSET = "asset";
    static final String BLOCK = "block";

    private static final int LONGEST_PLACE = 300;

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private UUID entry;

    @Column(name = "translation_id")
    private UUID translation;

    private String locale;
    private String kind;

    @Column(name = "target_id")
    private UUID target;

    private String place;

    protected Reference() {}

    Reference(UUID id, Entry entry, Translation translation, Payload.Pointer pointer) {
        this.id = id;
        this.site = entry.site().value();
        this.entry = entry.id();
        this.translation = translation.id();
        this.locale = translation.locale();
        this.kind = pointer.kind();
        this.target = pointer.target();
        this.place = pointer.place().length() <= LONGEST_PLACE
                ? pointer.place()
                : pointer.place().substring(0, LONGEST_PLACE);
    }

    UUID entry() {
        return entry;
    }

    String locale() {
        return locale;
    }

    String kind() {
        return kind;
    }

    UUID target() {
        return target;
    }

    String place() {
        return place;
    }

    /** A block type has a key, no id; this is the same for a key everywhere. */
    static UUID blockId(String key) {
        return UUID.nameUUIDFromBytes(("block " + key).getBytes(StandardCharsets.UTF_8));
    }
}
