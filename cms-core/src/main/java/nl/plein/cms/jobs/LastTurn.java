package nl.plein.cms.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When work that one node does for all was last begun. */
@Entity
@Table(name = "last_turn")
public class LastTurn {

    @Id
    private String name;

    @Column(name = "began_at")
    private Instant began;

    protected LastTurn() {}

    LastTurn(String name, Instant began) {
        this.name = name;
        this.began = began;
    }
}
