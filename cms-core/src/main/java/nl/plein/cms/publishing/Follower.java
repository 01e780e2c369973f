package nl.plein.cms.publishing;

import java.time.Duration;
import java.util.OptionalLong;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;

/**
 * A consumer of site versions: search index, delivery cache, renderer, webhooks. A bean of any room. It is called for one
 * site at a time with the agency set, in the name of the installation, outside any transaction unless its scope says so; it
 * may be called again for the same versions after a crash, and must then come to the same result.
 */
public interface Follower {

    /** Stable, kebab-case; names the cursor. */
    String name();

    /**
     * Brings what this follower keeps from one version of the site to a newer one. It may look at later versions too.
     *
     * @param from 0 for a site it has not seen
     * @throws Exception to be called again later, five times soon and then rarely; others are not held up
     */
    void follow(SiteRef site, long from, long to) throws Exception;

    /** Whether every node follows for itself, or one of them for all. */
    default Scope scope() {
        return Scope.INSTALLATION;
    }

    /**
     * The version up to which this follower knows that it has come, if it keeps its cursor beside what the cursor counts
     * (in an index folder, say). Empty: the database keeps it.
     */
    default OptionalLong reached(SiteId site) {
        return OptionalLong.empty();
    }

    /** How long from the beginning of a walk to the next one at least, so that many versions in a row are walked together. */
    default Duration pace() {
        return Duration.ZERO;
    }

    /** Who follows. */
    enum Scope {
        /** Every node for itself. */
        NODE,
        /** One node for all. */
        INSTALLATION,
        /** One node for all, and all it keeps lies in the database: a walk is one transaction with its cursor. */
        DATABASE
    }
}
