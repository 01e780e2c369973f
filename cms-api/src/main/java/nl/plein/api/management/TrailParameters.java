package nl.plein.api.management;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import nl.plein.api.problem.Refused;
import nl.plein.cms.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

/** Which events of a trail are asked for, as the query says; without one, all. */
public class TrailParameters {

    @QueryParam("actor")
    @Nullable
    String actor;

    @QueryParam("action")
    @Nullable
    String action;

    @QueryParam("subject")
    @Nullable
    String subject;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    /** @throws Refused 400 for what is no moment */
    AuditTrail.Filter filter() {
        return new AuditTrail.Filter(actor, action, subject, instant("from", from), instant("to", to));
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refused.query(name, "unreadable-time", "Give a moment as RFC 3339 has it: 2026-03-10T09:00:00Z.");
        }
    }
}
