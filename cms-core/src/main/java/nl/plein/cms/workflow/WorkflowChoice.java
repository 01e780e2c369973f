package nl.plein.cms.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** The workflow that entries of a type follow on a site. */
@Entity
@Table(name = "workflow_choice")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class WorkflowChoice {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "type_key")
    private String type;

    private String workflow;

    protected WorkflowChoice() {}

    WorkflowChoice(UUID id, SiteId site, String type, String workflow) {
        this.id = id;
        this.site = site.value();
        this.type = type;
        this.workflow = workflow;
    }

    SiteId site() {
        return new SiteId(site);
    }

    String type() {
        return type;
    }

    String workflow() {
        return workflow;
    }

    void change(String other) {
        workflow = other;
    }
}
