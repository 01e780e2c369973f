package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.model.TypeVersion;
import nl.plein.cms.model.TypeVersions;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The definitions that a type has had. */
@Path("/manage/v1/agencies/{agency}/content-types/{type}/versions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TypeVersionResource {

    /**
     * @param version    of the agency's model, with which it came; types of an agency share the count
     * @param tag        names the definition, as the ETag of the type does
     * @param at         absent for what was there before definitions were kept
     * @param by         absent for the installation itself
     * @param definition as it was sent: a field tells in {@code was} what it was called before
     */
    @Schema(name = "TypeVersion")
    public record TypeVersionView(
            long version,
            String tag,
            @Nullable Instant at,
            @Nullable String by,
            @Schema(ref = "TypeDefinition") @Nullable JsonNode definition) {

        static TypeVersionView line(TypeVersion version) {
            return view(version, null);
        }

        static TypeVersionView whole(TypeVersion version) {
            return view(version, version.definition());
        }

        private static TypeVersionView view(TypeVersion version, @Nullable JsonNode definition) {
            return new TypeVersionView(
                    version.number(),
                    version.tag(),
                    version.at().orElse(null),
                    version.by().map(Object::toString).orElse(null),
                    definition);
        }
    }

    @Inject
    Access access;

    @Inject
    TypeVersions versions;

    /** Newest first. */
    @GET
    public Listing<TypeVersionView> list(
            @PathParam("agency") AgencyId agency,
            @PathParam("type") String type,
            @QueryParam("cursor") @Nullable String before,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.SITE_READ, agency);
        List<TypeVersion> found = versions.of(type, numberIn(before), Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> String.valueOf(last.number()), TypeVersionView::line);
    }

    @GET
    @Path("{modelVersion}")
    public TypeVersionView get(
            @PathParam("agency") AgencyId agency,
            @PathParam("type") String type,
            @PathParam("modelVersion") long version) {
        access.require(Permission.SITE_READ, agency);
        return TypeVersionView.whole(versions.get(type, version));
    }

    private static long numberIn(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Refused.query("cursor", "bad-cursor", "Give the cursor as \"next\" of the page before has it.");
        }
    }
}
