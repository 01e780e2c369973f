package nl.plein.api.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.plein.api.problem.Refused;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.FollowerLag;
import nl.plein.cms.publishing.Followers;
import nl.plein.cms.publishing.LockTimes;
import nl.plein.cms.search.PublicationIndex;
import nl.plein.cms.webhooks.Webhooks;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The figures of this node, for Prometheus: to addresses in {@code plein.metrics.from}, else with {@code platform.manage}. */
@Path("/metrics")
@ApplicationScoped
public class MetricsResource {

    @Inject
    Settings settings;

    @Inject
    Calling calling;

    @Inject
    Access access;

    @Inject
    Requests requests;

    @Inject
    LockTimes locks;

    @Inject
    Followers followers;

    @Inject
    Jobs jobs;

    @Inject
    Webhooks webhooks;

    @Inject
    PublicationIndex index;

    @GET
    @Produces(Exposition.MEDIA_TYPE)
    @Operation(hidden = true)
    public String metrics(@Context HttpServletRequest request) {
        if (!isFromWatcher(request.getRemoteAddr())) {
            requireManager();
        }
        var text = new Exposition();
        Machine.writeTo(text);
        requests.writeTo(text);
        writeLocks(text);
        writeFollowers(text, followers.lags());
        writeJobs(text);
        text.family("plein_index_mapped_fields", "gauge", "Fields and field templates that the search index maps.");
        text.sample("plein_index_mapped_fields", index.mappedFields());
        return text.toString();
    }

    private boolean isFromWatcher(String address) {
        return settings.get("plein.metrics.from").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .anyMatch(one -> one.strip().equals(address));
    }

    private void requireManager() {
        if (calling.current().kind() == Caller.Kind.NOBODY) {
            throw Refused.unauthenticated(
                    "missing-token",
                    "Metrics need a token that may manage the platform, or an address named in plein.metrics.from.");
        }
        access.require(Permission.PLATFORM_MANAGE);
    }

    private void writeLocks(Exposition text) {
        text.family("plein_publish_lock_seconds", "summary", "How often and how long sites were locked to publish.");
        text.sample("plein_publish_lock_seconds_count", (double) locks.count());
        text.sample("plein_publish_lock_seconds_sum", locks.totalSeconds());
        text.family("plein_publish_lock_longest_seconds", "gauge", "The longest lock since this node started.");
        text.sample("plein_publish_lock_longest_seconds", locks.longestMillis() / 1e3);
    }

    private static void writeFollowers(Exposition text, List<FollowerLag> lags) {
        text.family("plein_follower_lag_versions", "gauge", "Site versions that a follower has yet to walk.");
        lags.forEach(lag -> text.sample("plein_follower_lag_versions", of(lag), (double) lag.versions()));
        text.family("plein_follower_sites_behind", "gauge", "Sites on which a follower is behind.");
        lags.forEach(lag -> text.sample("plein_follower_sites_behind", of(lag), lag.sites()));
        text.family("plein_follower_sites_parked", "gauge", "Sites on which a follower fails: somebody has to look.");
        lags.forEach(lag -> text.sample("plein_follower_sites_parked", of(lag), lag.parked()));
    }

    private static Map<String, String> of(FollowerLag lag) {
        return Map.of("follower", lag.follower());
    }

    private void writeJobs(Exposition text) {
        text.family("plein_webhooks", "gauge", "Webhooks of the installation by state.");
        webhooks.counts().forEach((state, count) -> text.sample("plein_webhooks", Map.of("state", state.key()), count));
        text.family("plein_jobs", "gauge", "Jobs of the installation by state.");
        jobs.counts()
                .forEach((state, count) ->
                        text.sample("plein_jobs", Map.of("state", state.name().toLowerCase(Locale.ROOT)), count));
    }
}
