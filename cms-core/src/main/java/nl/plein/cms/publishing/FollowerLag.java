package nl.plein.cms.publishing;

import java.util.Collection;
import java.util.Map;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;
import org.jspecify.annotations.Nullable;

/**
 * How far one follower is behind.
 *
 * @param sites    on how many sites it is behind
 * @param versions how many versions it has yet to walk, over all sites
 * @param parked   on how many sites it failed so often that it is tried rarely
 */
public record FollowerLag(String follower, int sites, long versions, int parked) {

    static FollowerLag of(Follower follower, Collection<SiteRef> all, Map<SiteId, FollowerCursor> cursors) {
        int sites = 0;
        long versions = 0;
        int parked = 0;
        for (SiteRef site : all) {
            @Nullable FollowerCursor cursor = cursors.get(site.id());
            long behind = Math.max(0, site.version() - Followers.reached(follower, site.id(), cursor));
            sites += behind > 0 ? 1 : 0;
            versions += behind;
            parked += cursor != null && cursor.tries() >= FollowerCursors.TRIES ? 1 : 0;
        }
        return new FollowerLag(follower.name(), sites, versions, parked);
    }
}
