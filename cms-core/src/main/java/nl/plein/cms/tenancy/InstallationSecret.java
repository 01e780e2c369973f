package nl.plein.cms.tenancy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A secret that all nodes of the installation share. */
@Entity
@Table(name = "installation_secret")
public class InstallationSecret {

    @Id
    private String name;

    private String secret;

    protected InstallationSecret() {}

    InstallationSecret(String name, String secret) {
        this.name = name;
        this.secret = secret;
    }

    String secret() {
        return secret;
    }
}
