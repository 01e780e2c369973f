package nl.plein.api.wire;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources, found by scanning. The gateway's filter stands before them and keeps what is a site's own. */
@ApplicationPath("/")
public class Rest extends Application {}
