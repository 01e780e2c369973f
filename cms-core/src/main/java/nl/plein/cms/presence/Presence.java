package nl.plein.cms.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;

/** Who has which entry open, on this node. Nothing waits for a window: one that breaks goes. */
@ApplicationScoped
public class Presence {

    /** Windows of one person, on all sites. */
    public static final int MOST_OF_A_PERSON = 20;

    /** Windows on one site. */
    public static final int MOST_ON_A_SITE = 1_000;

    private static final Logger LOG = System.getLogger(Presence.class.getName());

    @Inject
    Clock clock;

    private final Object lock = new Object();
    private final List<Seat> seats = new ArrayList<>();

    /**
     * Somebody opens an entry; all who have it open are told, they first.
     *
     * @throws Conflict {@code too-many-windows}
     */
    public void join(SiteId site, EntryId entry, PersonId person, String name, Window window) {
        synchronized (lock) {
            refuseMore(MOST_OF_A_PERSON, seat -> seat.present.person().equals(person), "You have");
            refuseMore(MOST_ON_A_SITE, seat -> seat.site.equals(site), "There are");
            seats.add(new Seat(site, entry, person, name, window, clock.instant()));
        }
        tellAll(site, entry);
    }

    private void refuseMore(int most, Predicate<Seat> which, String who) {
        if (seats.stream().filter(which).count() >= most) {
            throw new Conflict(
                    "too-many-windows", who + " " + most + " entries open here already: close some of the windows.");
        }
    }

    /** Those who came first at the beginning; each person once. */
    public List<Present> of(SiteId site, EntryId entry) {
        Map<PersonId, Present> present = new LinkedHashMap<>();
        at(site, entry).forEach(seat -> present.putIfAbsent(seat.present.person(), seat.present));
        return List.copyOf(present.values());
    }

    /** Lets go who has gone, may stay no longer or has been here for long, and shows the others that their line is alive. */
    public void look() {
        Instant now = clock.instant();
        List<Seat> all;
        synchronized (lock) {
            all = List.copyOf(seats);
        }
        List<Seat> over = all.stream().filter(seat -> isOver(seat, now)).toList();
        letGo(over);
        all.stream().filter(seat -> !over.contains(seat)).forEach(seat -> quietly(seat, one -> seat.beatIfQuiet(now)));
    }

    private static boolean isOver(Seat seat, Instant now) {
        try {
            return seat.isOver(now);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "whether somebody may stay could not be found out: they go, and may come again", e);
            return true;
        }
    }

    private void letGo(List<Seat> over) {
        if (over.isEmpty()) {
            return;
        }
        synchronized (lock) {
            seats.removeAll(over);
        }
        over.forEach(seat -> quietly(seat, Window::close));
        over.forEach(seat -> tellAll(seat.site, seat.entry));
    }

    private void tellAll(SiteId site, EntryId entry) {
        List<Present> present = of(site, entry);
        at(site, entry).forEach(seat -> quietly(seat, window -> window.tell(present)));
    }

    private List<Seat> at(SiteId site, EntryId entry) {
        synchronized (lock) {
            return seats.stream().filter(seat -> seat.isAt(site, entry)).toList();
        }
    }

    /** One that can't be told anything is found closed, or closes at its time. */
    private static void quietly(Seat seat, Consumer<Window> work) {
        try {
            work.accept(seat.window);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "a window on entry " + seat.entry + " could not be told anything", e);
        }
    }
}
