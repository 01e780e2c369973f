package nl.plein.api.management;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.function.BooleanSupplier;
import nl.plein.api.management.PresenceResource.PresentView;
import nl.plein.api.wire.JsonBody;
import nl.plein.api.wire.Listing;
import nl.plein.cms.presence.Present;
import nl.plein.cms.presence.Window;

/** A line of server-sent events to a browser. What can't be sent closes it. */
final class PresenceWindow implements Window {

    private final SseEventSink sink;
    private final Sse sse;
    private final BooleanSupplier mayStay;
    private volatile boolean broken;

    PresenceWindow(SseEventSink sink, Sse sse, BooleanSupplier mayStay) {
        this.sink = sink;
        this.sse = sse;
        this.mayStay = mayStay;
    }

    /** Event {@code present}, with the same JSON as the list. */
    @Override
    public void tell(List<Present> present) {
        String json = JsonBody.write(
                Listing.whole(present.stream().map(PresentView::of).toList()));
        send(sse.newEventBuilder().name("present").data(String.class, json).build());
    }

    /** A comment, which browsers skip. */
    @Override
    public void beat() {
        send(sse.newEventBuilder().comment("here").build());
    }

    @Override
    public boolean isClosed() {
        return broken || sink.isClosed();
    }

    @Override
    public boolean mayStay() {
        return mayStay.getAsBoolean();
    }

    @Override
    public void close() {
        sink.close();
    }

    private void send(OutboundSseEvent event) {
        sink.send(event).whenComplete((sent, failure) -> {
            if (failure != null) {
                broken = true;
            }
        });
    }
}
