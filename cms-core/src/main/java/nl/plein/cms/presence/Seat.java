package nl.plein.cms.presence;

import java.time.Duration;
import java.time.Instant;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;

/** A window and who looks through it. */
final class Seat {

    /** So often a quiet line is shown to be alive: proxies close lines that are quiet for a minute or less. */
    static final Duration BEAT = Duration.ofSeconds(5);

    /** After that the window has to come again, in case that nobody is there who would close it. Browsers do so by themselves. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    final SiteId site;
    final EntryId entry;
    final Present present;
    final Window window;

    private volatile Instant told;

    Seat(SiteId site, EntryId entry, PersonId person, String name, Window window, Instant now) {
        this.site = site;
        this.entry = entry;
        this.present = new Present(person, name, now);
        this.window = window;
        this.told = now;
    }

    boolean isAt(SiteId otherSite, EntryId otherEntry) {
        return site.equals(otherSite) && entry.equals(otherEntry);
    }

    boolean isOver(Instant now) {
        return window.isClosed() || !present.since().plus(LONGEST).isAfter(now) || !window.mayStay();
    }

    void beatIfQuiet(Instant now) {
        if (!told.plus(BEAT).isAfter(now)) {
            told = now;
            window.beat();
        }
    }
}
