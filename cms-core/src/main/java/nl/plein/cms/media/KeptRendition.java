package nl.plein.cms.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** What became of an original when it was asked for in another form: a blob, or the reason why there is none. */
@Entity
@Table(name = "rendition")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
class KeptRendition {

    @Id
    private UUID id;

    private String original;

    @Column(name = "form")
    private String form;

    private String sha256;
    private long size;

    @Column(name = "refusal_code")
    private String refusalCode;

    @Column(name = "refusal_reason")
    private String refusalReason;

    private Instant since;

    protected KeptRendition() {}

    KeptRendition(UUID id, String original, String form, RenditionRef ref, Instant since) {
        this.id = id;
        this.original = original;
        this.form = form;
        this.sha256 = ref instanceof RenditionRef.Made made ? made.sha256() : "";
        this.size = ref instanceof RenditionRef.Made made ? made.size() : 0;
        this.refusalCode = ref instanceof RenditionRef.Refused refused ? refused.code() : "";
        this.refusalReason = ref instanceof RenditionRef.Refused refused ? refused.reason() : "";
        this.since = since;
    }

    RenditionRef ref() {
        return sha256.isEmpty()
                ? new RenditionRef.Refused(refusalCode, refusalReason)
                : new RenditionRef.Made(sha256, size);
    }
}
