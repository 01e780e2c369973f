package nl.plein.cms.publishing;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;

/**
 * How far a read of the feed has come: the phase, and within it the version and id of the last row.
 *
 * @param whom what the read was begun for; a position is of no use to anybody else
 */
record FeedPosition(long after, long until, String whom, Phase phase, long version, UUID id) {

    /** The parts of a feed, in the order in which they come. */
    enum Phase {
        PURGES,
        GONE,
        THERE,
        PARTS_GONE,
        PARTS_THERE,
        END
    }

    static final UUID FIRST = new UUID(0, 0);

    static FeedPosition start(SiteId site, Viewer viewer, long after, long until) {
        return new FeedPosition(after, until, whom(site, viewer), Phase.PURGES, 0, FIRST);
    }

    FeedPosition at(long newVersion, UUID newId) {
        return new FeedPosition(after, until, whom, phase, newVersion, newId);
    }

    FeedPosition nextPhase() {
        return new FeedPosition(after, until, whom, Phase.values()[phase.ordinal() + 1], 0, FIRST);
    }

    Map<String, String> members() {
        return Map.of(
                "after", Long.toString(after),
                "until", Long.toString(until),
                "whom", whom,
                "phase", phase.name(),
                "version", Long.toString(version),
                "id", id.toString());
    }

    /** @throws Invalid {@code bad-cursor} if it was issued for another site, viewer or list */
    static FeedPosition of(Map<String, String> members, SiteId site, Viewer viewer) {
        if (!whom(site, viewer).equals(members.get("whom"))) {
            throw new Invalid(
                    "bad-cursor", "This cursor belongs to another list or caller: read the changes from the start.");
        }
        return new FeedPosition(
                Long.parseLong(members.getOrDefault("after", "0")),
                Long.parseLong(members.getOrDefault("until", "0")),
                whom(site, viewer),
                Phase.valueOf(members.getOrDefault("phase", "END")),
                Long.parseLong(members.getOrDefault("version", "0")),
                UUID.fromString(members.getOrDefault("id", FIRST.toString())));
    }

    private static String whom(SiteId site, Viewer viewer) {
        var audiences = new TreeMap<String, String>();
        viewer.audiences().forEach(audience -> audiences.put(audience.value(), ""));
        return "feed:" + Hashes.sha256(site + " " + audiences.keySet()).substring(0, 16);
    }
}
