package nl.plein.cms.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.plein.cms.outside.OutsideUrl;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.workflow.Reason;
import nl.plein.cms.workflow.Words;

/** What is known of addresses outside. Nobody is asked here. */
@ApplicationScoped
@Transactional
class OutsideLinks {

    private static final int CHUNK = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-yyyy");

    private static final Words NO_CONNECTION =
            new Words("er is geen verbinding mee te krijgen", "no connection to it can be made");

    private static final Map<String, Words> CAUSES = Map.of(
            Verdict.GONE,
            new Words("daar is niets (meer)", "there is nothing there (any more)"),
            Verdict.SERVER_ERROR,
            new Words("de server meldt een storing", "its server says that something is broken"),
            "unknown-host",
            new Words("die website bestaat niet (meer)", "there is no such website (any more)"),
            "no-connection",
            NO_CONNECTION,
            "not-trusted",
            new Words("het certificaat van de website klopt niet", "the certificate of the website is wrong"),
            "timed-out",
            new Words("er komt op tijd geen antwoord", "no answer comes in time"),
            "broken-answer",
            new Words("het antwoord is geen webpagina", "what it answers is no web page"));

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    OutsideUrl urls;

    /** One query for each 500 links. @return of those that are dead */
    Map<LinkPlace, List<Reason>> reasons(List<LinkPlace> places, ZoneId zone) {
        Map<LinkPlace, UUID> asked = new LinkedHashMap<>();
        places.forEach(place -> urls.ofLink(place.href()).map(OutsideLink::idOf).ifPresent(id -> asked.put(place, id)));
        Map<UUID, OutsideLink> dead = dead(asked.values().stream().distinct().toList());
        Map<LinkPlace, List<Reason>> reasons = new HashMap<>();
        asked.forEach((place, id) -> {
            OutsideLink link = dead.get(id);
            if (link != null) {
                reasons.put(place, List.of(reason(place, link, zone)));
            }
        });
        return reasons;
    }

    private Map<UUID, OutsideLink> dead(List<UUID> ids) {
        Map<UUID, OutsideLink> dead = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            platform.createQuery("select l from OutsideLink l where l.dead = true and l.id in :ids", OutsideLink.class)
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .getResultList()
                    .forEach(link -> dead.put(link.id(), link));
        }
        return dead;
    }

    private static Reason reason(LinkPlace place, OutsideLink link, ZoneId zone) {
        URI url = link.url();
        String day = link.failingSince().map(at -> DAY.format(at.atZone(zone))).orElse("");
        Words why = CAUSES.getOrDefault(link.cause(), NO_CONNECTION);
        String status = link.status() == 0 ? "" : " (" + link.status() + ")";
        String address = LinkPlace.shownAddress(url.toString());
        return place.reason(
                "link-dead",
                "naar " + address + " werkt niet sinds " + day + ": " + why.nl() + status
                        + ". Verbeter het adres of haal de link weg.",
                "to " + address + " has not worked since " + day + ": " + why.en() + status
                        + ". Mend the address or take the link out.");
    }
}
