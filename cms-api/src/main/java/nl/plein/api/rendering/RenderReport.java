package nl.plein.api.rendering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import nl.plein.cms.kernel.Json;
import nl.plein.site.render.Rendered;
import nl.plein.site.render.Summary;
import tools.jackson.databind.node.ObjectNode;

/** What a receipt says of a render: how much, how fast, and which addresses differ now, for each audience. */
final class RenderReport {

    /** A first render of a large site would fill the receipt with all its addresses. */
    private static final int MOST = 500;

    private static final String INDEX = "/index.html";

    private RenderReport() {}

    /** @param madeAt of the version, RFC 3339 */
    static ObjectNode of(Rendered rendered, Optional<String> madeAt, Clock clock, long nanos) {
        Summary summary = rendered.summary();
        ObjectNode report = Json.mapper()
                .createObjectNode()
                .put("version", summary.version())
                .put("pages", summary.pages())
                .put("written", summary.written())
                .put("unchanged", summary.unchanged())
                .put("bytes", summary.bytes())
                .put("nodeBytes", rendered.nodeBytes())
                .put("millis", nanos / 1_000_000);
        madeAt.map(Instant::parse)
                .ifPresent(at -> report.put(
                        "secondsToLive", Duration.between(at, clock.instant()).toMillis() / 1000.0));
        summary.warnings().forEach(report.putArray("warnings")::add);
        ObjectNode trees = report.putObject("trees");
        rendered.trees().forEach((audience, tree) -> {
            ObjectNode urls = trees.putObject(audience);
            put(urls, "made", tree.files().made());
            put(urls, "changed", tree.files().changed());
            put(urls, "removed", tree.files().removed());
            put(urls, "redirected", tree.redirected());
        });
        return report;
    }

    private static void put(ObjectNode urls, String name, Collection<String> files) {
        ObjectNode list = urls.putObject(name).put("count", files.size());
        var some = list.putArray("urls");
        files.stream().limit(MOST).map(RenderReport::url).forEach(some::add);
    }

    /** A folder's page is called as visitors call it. */
    private static String url(String file) {
        return file.equals(INDEX)
                ? "/"
                : file.endsWith(INDEX) ? file.substring(0, file.length() - INDEX.length()) : file;
    }
}
