package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;

/** A rendered version of a site that was live once. */
@Entity
@Table(name = "site_root")
@IdClass(KeptRoot.Key.class)
public class KeptRoot {

    @Id
    @Column(name = "site_id")
    private String site;

    @Id
    @Column(name = "version")
    private long number;

    private String root;

    @Column(name = "live_at")
    private Instant liveAt;

    protected KeptRoot() {}

    KeptRoot(SiteId site, long number, String root, Instant liveAt) {
        this.site = site.value();
        this.number = number;
        this.root = root;
        this.liveAt = liveAt;
    }

    LiveRoot kept() {
        return new LiveRoot(new SiteId(site), number, root, liveAt);
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private @Nullable String site;
        private long number;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && Objects.equals(site, that.site) && number == that.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, number);
        }
    }
}
