package nl.plein.api.delivery;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import nl.plein.cms.search.ListRequest;
import org.jspecify.annotations.Nullable;

/** The list grammar. */
public class ListParameters {

    @QueryParam("type")
    @Nullable
    String type;

    @QueryParam("locale")
    @Nullable
    String locale;

    @QueryParam("path")
    @Nullable
    String path;

    @QueryParam("filter")
    @Nullable
    String filter;

    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("fields")
    @Nullable
    String fields;

    @QueryParam("expand")
    @Nullable
    String expand;

    @QueryParam("pageSize")
    @DefaultValue("20")
    int pageSize;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    @QueryParam("count")
    @DefaultValue("false")
    boolean count;

    @QueryParam("minVersion")
    @Nullable
    Long minVersion;

    @QueryParam("version")
    @Nullable
    Long version;

    @QueryParam("at")
    @Nullable
    String at;

    ListRequest request() {
        ListRequest.Builder request = ListRequest.builder().pageSize(pageSize);
        if (type != null) {
            request.types(List.of(type.split(",")));
        }
        if (locale != null) {
            request.locale(locale);
        }
        if (path != null) {
            request.path(path);
        }
        if (filter != null) {
            request.filter(filter);
        }
        if (sort != null) {
            request.sort(sort);
        }
        if (cursor != null) {
            request.cursor(cursor);
        }
        addMoment(request);
        return count ? request.counted().build() : request.build();
    }

    private void addMoment(ListRequest.Builder request) {
        if (minVersion != null) {
            request.minVersion(minVersion);
        }
        if (version != null) {
            request.version(version);
        }
        if (at != null) {
            request.at(SiteDoor.instant(at));
        }
    }
}
