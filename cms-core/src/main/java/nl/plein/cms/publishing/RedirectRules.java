package nl.plein.cms.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an act means for site parts. A path that a page leaves gets a redirect to the entry, whatever its path will be; a
 * path whose page vanishes, or whose redirect is declined, gets a tombstone; a path that a page takes loses both. Redirects lead to their end in one hop
 * and never stand before an open publication.
 */
final class RedirectRules {

    private final Ground ground;
    private final SiteId site;
    private final Plan plan;
    private final Pages pages;
    private final Map<PartSpot, SitePart> open = new HashMap<>();
    private final Map<PartSpot, @Nullable NewPart> wanted = new HashMap<>();

    RedirectRules(Ground ground, SiteId site, Plan plan, Pages pages) {
        this.ground = ground;
        this.site = site;
        this.plan = plan;
        this.pages = pages;
    }

    void apply() {
        ground.partsAt(site, plan.places).forEach(part -> open.put(PartSpot.of(part), part));
        giveWayToPages();
        leaveTraces();
        eraseTraces();
        setByHand();
        shorten();
        settle();
    }

    private void giveWayToPages() {
        Map<String, List<SitePart>> redirects = new HashMap<>();
        open.values().stream().filter(part -> part.kind() == PartKind.REDIRECT).forEach(part -> redirects
                .computeIfAbsent(part.key(), key -> new ArrayList<>(1))
                .add(part));
        for (Standing page : pages.opening()) {
            redirects.getOrDefault(page.path(), List.of()).stream()
                    .filter(part -> page.audience().covers(part.audience()))
                    .forEach(part -> wanted.put(PartSpot.of(part), null));
        }
    }

    private void leaveTraces() {
        for (Standing old : pages.before()) {
            if (old.hasPage() && !isErased(old) && !pages.servesAll(old.path(), old.audience())) {
                leaveTrace(old, pages.successor(old).filter(next -> !next.path().equals(old.path())));
            }
        }
    }

    private void leaveTrace(Standing old, Optional<Standing> moved) {
        Optional<Audience> both = moved.filter(
                        next -> next.hasPage() && !plan.act.declined().contains(old.translation()))
                .flatMap(next -> common(old.audience(), next.audience()));
        both.ifPresent(audience -> want(redirect(old, audience)));
        if (!both.equals(Optional.of(old.audience()))) {
            want(tombstone(old));
        }
    }

    private boolean isErased(Standing old) {
        return plan.act.erased().contains(old.translation().entry());
    }

    /** Paths may be personal, too. */
    private void eraseTraces() {
        for (SitePart trace : ground.redirectsToEntries(site, plan.act.erased())) {
            PartSpot spot = PartSpot.of(trace);
            open.put(spot, trace);
            wanted.put(spot, null);
        }
    }

    private static Optional<Audience> common(Audience one, Audience other) {
        if (one.covers(other)) {
            return Optional.of(other);
        }
        return other.covers(one) ? Optional.of(one) : Optional.empty();
    }

    private static NewPart redirect(Standing old, Audience audience) {
        return new NewPart(PartKind.REDIRECT, old.path(), audience, SitePart.Origin.MOVED, toEntry(old.translation()));
    }

    private static ObjectNode toEntry(TranslationKey translation) {
        return Json.mapper()
                .createObjectNode()
                .put("entry", translation.entry().toString())
                .put("locale", translation.locale());
    }

    private static NewPart tombstone(Standing old) {
        return new NewPart(
                PartKind.REDIRECT,
                old.path(),
                old.audience(),
                SitePart.Origin.VANISHED,
                toEntry(old.translation()).put("status", 410));
    }

    private void want(NewPart part) {
        wanted.put(part.spot(), part);
    }

    private void setByHand() {
        for (PartChange change : plan.act.parts()) {
            var spot = new PartSpot(change.kind(), Place.of(change.key()), change.audience());
            JsonNode value = change.value();
            if (value == null) {
                wanted.put(spot, null);
                continue;
            }
            if (change.kind() == PartKind.REDIRECT) {
                refuseToShadow(change.key());
            }
            want(new NewPart(change.kind(), change.key(), change.audience(), SitePart.Origin.HAND, value));
        }
    }

    private void refuseToShadow(String path) {
        pages.servingAll(path, Audience.EVERYONE).ifPresent(page -> {
            String entry = page.translation().entry().toString();
            throw new Conflict(
                    "path-taken",
                    "Entry " + entry + " (" + page.translation().locale() + ") stands at " + path
                            + ": move or unpublish it before you redirect its path.",
                    List.of(),
                    Map.of("path", path, "takenBy", entry));
        });
    }

    /** Redirects by path whose end is itself redirected lead to that end instead. */
    private void shorten() {
        Set<String> moving = new HashSet<>();
        wanted.values().stream()
                .filter(part -> part != null && part.kind() == PartKind.REDIRECT)
                .forEach(part -> moving.add(Place.of(part.key())));
        for (SitePart earlier : ground.redirectsTo(site, moving)) {
            PartSpot spot = PartSpot.of(earlier);
            if (!wanted.containsKey(spot)) {
                open.put(spot, earlier);
                wanted.put(
                        spot,
                        new NewPart(
                                earlier.kind(), earlier.key(), earlier.audience(), earlier.origin(), earlier.value()));
            }
        }
        Set<String> ends = new HashSet<>();
        redirectsByPath()
                .forEach(part -> ends.add(Place.of(part.value().path("to").stringValue())));
        plan.places.addAll(ends);
        Map<String, NewPart> known = new HashMap<>();
        ground.partsAt(site, ends).stream()
                .filter(part -> part.kind() == PartKind.REDIRECT && !wanted.containsKey(PartSpot.of(part)))
                .forEach(part -> known.put(
                        part.key(),
                        new NewPart(part.kind(), part.key(), part.audience(), part.origin(), part.value())));
        wanted.values().stream()
                .filter(part -> part != null && part.kind() == PartKind.REDIRECT)
                .forEach(part -> known.put(part.key(), part));
        for (NewPart part : redirectsByPath()) {
            want(new NewPart(part.kind(), part.key(), part.audience(), part.origin(), end(part, known)));
        }
    }

    private List<NewPart> redirectsByPath() {
        List<NewPart> found = new ArrayList<>();
        for (NewPart part : wanted.values()) {
            if (part != null
                    && part.kind() == PartKind.REDIRECT
                    && part.value().path("to").isString()) {
                found.add(part);
            }
        }
        return found;
    }

    private static JsonNode end(NewPart start, Map<String, NewPart> known) {
        JsonNode value = start.value();
        Set<String> passed = new HashSet<>(Set.of(start.key()));
        while (value.path("to").isString()) {
            String to = value.path("to").stringValue();
            NewPart next = known.get(to);
            if (!passed.add(to)) {
                throw new Conflict(
                        "redirect-loop",
                        "The redirect from " + start.key() + " leads back to itself over " + to
                                + ": give one of them another end.",
                        List.of(),
                        Map.of("path", start.key()));
            }
            if (next == null
                    || !next.audience().covers(start.audience())
                    || next.value().path("status").asInt(0) == 410) {
                break;
            }
            value = next.value();
        }
        return value == start.value() ? value : withStatusOf(start.value(), value);
    }

    private static JsonNode withStatusOf(JsonNode start, JsonNode end) {
        ObjectNode value = (ObjectNode) end.deepCopy();
        value.remove("status");
        if (start.has("status")) {
            value.set("status", start.get("status"));
        }
        return value;
    }

    /** Turns wishes into closings and openings; what would stay as it is stays. */
    private void settle() {
        wanted.forEach((spot, part) -> {
            SitePart now = open.get(spot);
            boolean same =
                    part != null && now != null && now.value().equals(part.value()) && now.origin() == part.origin();
            if (now != null && !same) {
                plan.partClosings.add(now.id());
            }
            if (part != null && !same) {
                plan.partOpenings.add(part);
            }
        });
    }
}
