package nl.plein.cms.once;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The answer to one request. */
@Entity
@Table(name = "kept_answer")
public class KeptAnswer {

    @Id
    private String request;

    @Column(name = "content_hash")
    private String contentHash;

    private int status;

    private String location;

    private String tag;

    private String body;

    @Column(name = "at")
    private Instant keptAt;

    protected KeptAnswer() {}

    KeptAnswer(String request, String contentHash, Answers.Answer answer, Instant now) {
        this.request = request;
        this.contentHash = contentHash;
        this.status = answer.status();
        this.location = answer.location();
        this.tag = answer.tag();
        this.body = answer.body();
        this.keptAt = now;
    }

    String contentHash() {
        return contentHash;
    }

    Instant keptAt() {
        return keptAt;
    }

    Answers.Answer answer() {
        return new Answers.Answer(status, location, tag, body);
    }
}
