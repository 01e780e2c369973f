package nl.plein.cms.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.people.MailAddress;

/** A mail that waits for its job. It holds no link: that is made when it is sent, and only sent. */
@Entity
@Table(name = "account_mail")
class AccountMail {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    private String address;
    private String language;
    private String about;
    private Instant since;
    private int tries;

    protected AccountMail() {}

    AccountMail(UUID id, MailKind kind, MailAddress address, String language, String about, Instant since) {
        this.id = id;
        this.kind = kind;
        this.address = address.value();
        this.language = language;
        this.about = about;
        this.since = since;
    }

    UUID id() {
        return id;
    }

    MailKind kind() {
        return kind;
    }

    MailAddress address() {
        return new MailAddress(address);
    }

    String language() {
        return language;
    }

    /** The name of the agency that asks somebody in; else empty. */
    String about() {
        return about;
    }

    /** @return how often it has been tried now */
    int tryOnceMore() {
        tries++;
        return tries;
    }
}
