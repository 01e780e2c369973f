package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.JsonBody;
import nl.plein.api.wire.Listing;
import nl.plein.cms.audit.AuditEvent;
import nl.plein.cms.audit.AuditTrail;
import nl.plein.cms.audit.ChainBreak;
import nl.plein.cms.audit.VerifyTrail;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.tenancy.AgencyContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers about a trail, of an agency or of the platform. The core asks for the right. */
@ApplicationScoped
class TrailAnswers {

    private static final int CHUNK = 1_000;

    /**
     * @param number its place in the chain; absent until it is sealed, about a second after the act
     * @param actor  the id of a person, or {@code system}
     */
    public record AuditEventView(
            @Nullable Long number,
            String id,
            Instant at,
            String actor,
            String action,
            String subject,
            JsonNode details,
            @Nullable String seal) {

        static AuditEventView of(AuditEvent event) {
            return new AuditEventView(
                    event.number().orElse(null),
                    event.id().toString(),
                    event.at(),
                    event.actor(),
                    event.action(),
                    event.subject(),
                    event.details(),
                    event.seal().isEmpty() ? null : event.seal());
        }
    }

    /**
     * Where somebody has been at the trail.
     *
     * @param from   number of the first event at fault; 0 for what tells the length of the trail
     * @param after  when the last event before was done
     * @param before when the event was done, as it says; of events that are missing, when the next one was
     */
    public record AuditBreak(String what, long from, long to, @Nullable Instant after, @Nullable Instant before) {

        static AuditBreak of(ChainBreak one) {
            return new AuditBreak(
                    one.what().key(),
                    one.from(),
                    one.to(),
                    one.after().orElse(null),
                    one.before().orElse(null));
        }
    }

    /**
     * @param seal   of the last event; none of an empty trail
     * @param noted  whether the event that was given is there with its seal; absent if none was given
     */
    public record AuditVerdict(
            boolean sound,
            long events,
            @Nullable String seal,
            Instant verifiedAt,
            @Nullable Boolean noted,
            List<AuditBreak> breaks) {

        static AuditVerdict of(VerifyTrail.Verdict verdict) {
            return new AuditVerdict(
                    verdict.isSound(),
                    verdict.events(),
                    verdict.seal().isEmpty() ? null : verdict.seal(),
                    verdict.at(),
                    verdict.noted().orElse(null),
                    verdict.breaks().stream().map(AuditBreak::of).toList());
        }
    }

    @Inject
    AuditTrail trail;

    @Inject
    VerifyTrail verifyTrail;

    @Inject
    AgencyContext context;

    Listing<AuditEventView> list(AgencyId of, AuditTrail.Filter filter, @Nullable String cursor, int pageSize) {
        int most = Listing.oneMore(pageSize);
        Optional<AuditTrail.Spot> before = spot(cursor);
        List<AuditEvent> found = context.in(of, () -> trail.page(filter, before, most));
        return Listing.page(found, pageSize, last -> last.at().toEpochMilli() + "_" + last.id(), AuditEventView::of);
    }

    private static Optional<AuditTrail.Spot> spot(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        String[] parts = cursor.split("_", 2);
        try {
            return Optional.of(new AuditTrail.Spot(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[parts.length - 1])));
        } catch (IllegalArgumentException e) {
            throw Refused.query("cursor", "bad-cursor", "Give the cursor as \"next\" of the page before has it.");
        }
    }

    AuditVerdict verify(AgencyId of, @Nullable Long number, @Nullable String seal) {
        Optional<VerifyTrail.Noted> noted =
                number == null && seal == null ? Optional.empty() : Optional.of(new VerifyTrail.Noted(number, seal));
        return AuditVerdict.of(context.in(of, () -> verifyTrail.perform(noted)));
    }

    /** JSON, one event a line. */
    Response lines(AgencyId of, AuditTrail.Filter filter) {
        return file(
                of, filter, "", event -> JsonBody.write(AuditEventView.of(event)) + "\n", "application/jsonl", "jsonl");
    }

    /** For a spreadsheet. */
    Response table(AgencyId of, AuditTrail.Filter filter) {
        return file(
                of,
                filter,
                Csv.line(List.of("number", "at", "actor", "action", "subject", "details", "id", "seal")),
                event -> Csv.line(List.of(
                        event.number().map(String::valueOf).orElse(""),
                        event.at().toString(),
                        event.actor(),
                        event.action(),
                        event.subject(),
                        Json.write(event.details()),
                        event.id().toString(),
                        event.seal())),
                "text/csv; charset=utf-8",
                "csv");
    }

    private Response file(
            AgencyId of,
            AuditTrail.Filter filter,
            String head,
            Function<AuditEvent, String> line,
            String type,
            String extension) {
        List<AuditEvent> first = context.in(of, () -> trail.chain(filter, 0, CHUNK)); // refuses before anything is sent
        StreamingOutput body = out -> {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            List<AuditEvent> chunk = first;
            while (!chunk.isEmpty()) {
                write(chunk, line, out);
                long last = chunk.get(chunk.size() - 1).number().orElseThrow();
                chunk = context.in(of, () -> trail.chain(filter, last, CHUNK));
            }
        };
        return Response.ok(body)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"audit." + extension + "\"")
                .build();
    }

    private static void write(List<AuditEvent> chunk, Function<AuditEvent, String> line, OutputStream out)
            throws IOException {
        var text = new StringBuilder();
        chunk.forEach(event -> text.append(line.apply(event)));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
