package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import nl.plein.api.rendering.ThemeTrial;
import nl.plein.api.wire.BoundedStream;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.theme.AddThemePackage;
import nl.plein.cms.theme.ThemePackageRef;
import nl.plein.cms.theme.ThemePackages;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The themes that an agency uploaded. Each is tried on a sample site before it is kept. */
@Path("/manage/v1/agencies/{agency}/themes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ThemeResource {

    /** @param theme what a site's theme is called when it wears this package: name and hash */
    public record ThemeView(String theme, String name, String version, String sha256, long size, Instant uploadedAt) {

        static ThemeView of(ThemePackageRef one) {
            return new ThemeView(one.fullName(), one.name(), one.version(), one.sha256(), one.size(), one.uploadedAt());
        }
    }

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    ThemeTrial trial;

    @Inject
    UploadGate uploads;

    @Inject
    BlobStore blobs;

    @Inject
    ThemePackages packages;

    @Inject
    AddThemePackage addThemePackage;

    /** Newest first. */
    @GET
    public Listing<ThemeView> list(@PathParam("agency") AgencyId agency) {
        access.require(Permission.THEME_MANAGE, agency);
        return Listing.whole(packages.all().stream().map(ThemeView::of).toList());
    }

    @GET
    @Path("{package}")
    public ThemeView get(@PathParam("agency") AgencyId agency, @PathParam("package") String sha256) {
        access.require(Permission.THEME_MANAGE, agency);
        return packages.find(sha256)
                .map(ThemeView::of)
                .orElseThrow(() -> new NotFound("unknown-theme", "This agency has no theme package with this hash."));
    }

    @POST
    @Consumes("application/zip")
    @APIResponseSchema(value = ThemeView.class, responseCode = "201")
    public Response upload(@PathParam("agency") AgencyId agency, InputStream zip) {
        access.require(Permission.THEME_MANAGE, agency);
        byte[] bytes = read(zip);
        ThemeTrial.Sound sound = trial.perform(bytes);
        return uploads.through(() -> {
            BlobStore.Stored stored = blobs.put(new ByteArrayInputStream(bytes));
            return once.act(stored.sha256(), () -> {
                ThemePackageRef kept = addThemePackage.perform(agency, sound.name(), sound.version(), stored);
                return Response.created(URI.create("/manage/v1/agencies/" + agency + "/themes/" + kept.sha256()))
                        .entity(ThemeView.of(kept))
                        .build();
            });
        });
    }

    private static byte[] read(InputStream zip) {
        try {
            return new BoundedStream(zip, ThemeTrial.LARGEST).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the package can't be read", e);
        }
    }
}
