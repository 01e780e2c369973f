package nl.plein.cms.participation;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.ContributionId;
import nl.plein.cms.kernel.InstantConverter;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** The row of a {@link ContributionRef}. */
@Entity
@Table(name = "contribution")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
class Contribution {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    private String kind;
    private String locale;
    private String path;
    private String answer;
    private String name;
    private String email;

    @Column(name = "words")
    private String text;

    @Column(name = "received_at")
    @Convert(converter = InstantConverter.class)
    private Instant receivedAt;

    protected Contribution() {}

    Contribution(ContributionRef ref) {
        this.id = ref.id().value();
        this.site = ref.site().value();
        this.kind = ref.kind().key();
        this.locale = ref.locale();
        this.path = ref.path();
        this.answer = ref.answer();
        this.name = ref.name();
        this.email = ref.email();
        this.text = ref.text();
        this.receivedAt = ref.receivedAt();
    }

    ContributionRef ref() {
        return new ContributionRef(
                new ContributionId(id),
                new SiteId(site),
                ContributionKind.named(kind).orElseThrow(),
                locale,
                path,
                answer,
                name,
                email,
                text,
                receivedAt);
    }
}
