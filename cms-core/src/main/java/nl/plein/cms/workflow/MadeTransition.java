package nl.plein.cms.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.InstantConverter;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A step that somebody made with a translation. Never changes. */
@Entity
@Table(name = "made_transition")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class MadeTransition {

    /** Who acts when no person does; never null, so that no query needs to think of it. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private UUID entry;

    private String locale;
    private int number;
    private String workflow;

    @Column(name = "workflow_version")
    private int version;

    private String transition;

    @Column(name = "to_state")
    private String to;

    private UUID revision;

    @Column(name = "text_hash")
    private String hash;

    @Column(name = "made_at")
    @Convert(converter = InstantConverter.class)
    private Instant at;

    @Column(name = "made_by")
    private UUID by;

    private String words;

    protected MadeTransition() {}

    /** @param number counts from 1 within the translation */
    MadeTransition(
            UUID id,
            Draft draft,
            int number,
            Workflow workflow,
            Workflow.Transition transition,
            Instant at,
            Optional<PersonId> by,
            String words) {
        this.id = id;
        this.site = draft.site().value();
        this.entry = draft.entry().value();
        this.locale = draft.locale();
        this.number = number;
        this.workflow = workflow.key();
        this.version = workflow.version();
        this.transition = transition.key();
        this.to = transition.to();
        this.revision = draft.revision().value();
        this.hash = TextHash.of(draft);
        this.at = at;
        this.by = by.map(PersonId::value).orElse(NOBODY);
        this.words = words;
    }

    TranslationKey translation() {
        return new TranslationKey(new EntryId(entry), locale);
    }

    int number() {
        return number;
    }

    String workflow() {
        return workflow;
    }

    /** Of the workflow by which it was made. */
    int version() {
        return version;
    }

    public String transition() {
        return transition;
    }

    /** The state that it led to. */
    public String to() {
        return to;
    }

    /** The draft that it was made with. */
    public RevisionId revision() {
        return new RevisionId(revision);
    }

    String hash() {
        return hash;
    }

    public Instant at() {
        return at;
    }

    /** None for the installation itself. */
    public Optional<PersonId> by() {
        return by.equals(NOBODY) ? Optional.empty() : Optional.of(new PersonId(by));
    }

    /** What was said with it; may be empty. */
    public String words() {
        return words;
    }
}
