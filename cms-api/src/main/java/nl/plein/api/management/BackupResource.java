package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import nl.plein.cms.exchange.Backup;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/** The whole installation of one instant, as one file. */
@Path("/manage/v1/backup")
@ApplicationScoped
public class BackupResource {

    @Inject
    Access access;

    @Inject
    Backup backup;

    /** A zip that is whole if it ends with its manifest; a server started with {@code plein.restore} takes it in. */
    @GET
    @Produces("application/zip")
    public Response get() {
        access.require(Permission.PLATFORM_MANAGE);
        StreamingOutput body = backup::writeTo;
        return Response.ok(body)
                .header("Content-Disposition", "attachment; filename=\"plein-backup.zip\"")
                .build();
    }
}
