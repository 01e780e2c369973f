package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.EntryRef;
import nl.plein.cms.content.MoveEntry;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.TranslationRef;
import nl.plein.cms.content.WeighMove;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.EntryImpact.Address;
import nl.plein.cms.publishing.EntryImpact.Moving;
import nl.plein.cms.publishing.EntryImpact.Obstacle;
import nl.plein.cms.publishing.EntryImpact.Trace;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Tells what an act with an entry would mean, before it is done: worked out by the same plan that the act would be made by.
 * Changes nothing. Whoever may write may ask; whether they may also act is told as the obstacle.
 */
@ApplicationScoped
public class WeighAct {

    /** What is to be done. */
    public enum Kind {
        PUBLISH,
        UNPUBLISH,
        WITHDRAW,
        DELETE,
        MOVE
    }

    @Inject
    Access access;

    @Inject
    Entries entries;

    @Inject
    DraftsForPublishing drafts;

    @Inject
    ReadyDrafts readyDrafts;

    @Inject
    WeighMove weighMove;

    @Inject
    Surroundings surroundings;

    /**
     * @param locale of the translation in question; empty for all of them
     * @param to     where the entry is to go, for {@link Kind#MOVE}
     * @throws NotFound {@code unknown-entry}, {@code unknown-translation}
     */
    public EntryImpact perform(SiteId id, EntryId entryId, Kind kind, Optional<String> locale, MoveEntry.To to) {
        SiteRef site = access.require(Permission.CONTENT_WRITE, id);
        EntryRef entry = entries.get(id, entryId);
        List<TranslationKey> asked = asked(entry, locale);
        Map<TranslationKey, Standing> open = surroundings.openOf(id, Set.of(entryId.value()));
        List<MoveEntry.Moved> moved = new ArrayList<>();
        Optional<Obstacle> obstacle = kind == Kind.MOVE
                ? refused(() -> moved.addAll(weighMove.perform(id, entryId, to)))
                : obstacle(site, entry, kind, asked, open);
        Act act = act(site, kind, asked, open, moved, to);
        Plan[] plan = new Plan[1];
        Optional<Obstacle> clash = refused(() -> plan[0] = surroundings.plan(site, act));
        Viewer viewer = access.viewerOf(site);
        return surroundings.around(
                site,
                viewer,
                entry,
                obstacle.or(() -> clash),
                plan[0] == null ? List.of() : addresses(asked, open, act, plan[0]),
                plan[0] == null ? List.of() : surroundings.givingWay(site, plan[0]),
                moving(site, moved));
    }

    private static List<TranslationKey> asked(EntryRef entry, Optional<String> locale) {
        List<TranslationKey> asked = entry.translations().stream()
                .filter(one -> locale.isEmpty() || one.locale().equals(locale.get()))
                .map(TranslationRef::key)
                .toList();
        if (asked.isEmpty()) {
            throw new NotFound(
                    "unknown-translation", "The entry " + entry.id() + " is not there in " + locale.orElse("") + ".");
        }
        return asked;
    }

    private Optional<Obstacle> obstacle(
            SiteRef site, EntryRef entry, Kind kind, List<TranslationKey> asked, Map<TranslationKey, Standing> open) {
        return switch (kind) {
            case PUBLISH ->
                refused(() -> {
                    access.require(Permission.CONTENT_PUBLISH, site.id());
                    readyDrafts.of(site, asked, Map.of());
                });
            case UNPUBLISH, WITHDRAW ->
                refused(() -> {
                    access.require(Permission.CONTENT_PUBLISH, site.id());
                    if (asked.stream().noneMatch(open::containsKey)) {
                        throw new NotFound(
                                "not-published", "Visitors see nothing of this: there is nothing to take away.");
                    }
                });
            case DELETE -> refused(() -> refuseToDelete(site, entry, open));
            case MOVE -> Optional.empty();
        };
    }

    private void refuseToDelete(SiteRef site, EntryRef entry, Map<TranslationKey, Standing> open) {
        if (!open.isEmpty()) {
            throw new Conflict("still-published", "Visitors can see this entry: unpublish it first.");
        }
        long children = surroundings.under(site, entry.id());
        if (children > 0) {
            throw new Conflict(
                    "has-children",
                    children + (children == 1 ? " entry lies" : " entries lie") + " under this one: move or delete "
                            + (children == 1 ? "it" : "them") + " first.");
        }
    }

    /** An act that may be refused, in transactions of its own. */
    private interface Try {
        void perform();
    }

    private static Optional<Obstacle> refused(Try act) {
        try {
            act.perform();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(new Obstacle(refusal.code(), refusal.message(), refusal.findings()));
        }
    }

    private Act act(
            SiteRef site,
            Kind kind,
            List<TranslationKey> asked,
            Map<TranslationKey, Standing> open,
            List<MoveEntry.Moved> moved,
            MoveEntry.To to) {
        return switch (kind) {
            case PUBLISH -> Act.opening(drafted(site, asked), List.of());
            case UNPUBLISH, WITHDRAW -> {
                Closing why = kind == Kind.WITHDRAW ? Closing.WITHDRAWN : Closing.SUPERSEDED;
                Map<TranslationKey, Closing> closings = new HashMap<>();
                asked.stream().filter(open::containsKey).forEach(key -> closings.put(key, why));
                yield Act.closing("unpublish", closings);
            }
            case DELETE -> Act.closing("delete", Map.of());
            case MOVE -> Act.opening(movedTo(asked, open, moved, to), List.of());
        };
    }

    private Map<TranslationKey, Standing> drafted(SiteRef site, List<TranslationKey> asked) {
        Map<TranslationKey, Standing> standings = new LinkedHashMap<>();
        drafts.of(site.id(), asked)
                .forEach(draft ->
                        standings.put(draft.key(), new Standing(Nil.ID, draft.key(), draft.audience(), draft.path())));
        return standings;
    }

    /** Of what visitors see: where it would stand once the moved drafts are published. */
    private static Map<TranslationKey, Standing> movedTo(
            List<TranslationKey> asked,
            Map<TranslationKey, Standing> open,
            List<MoveEntry.Moved> moved,
            MoveEntry.To to) {
        Map<TranslationKey, String> paths =
                moved.stream().collect(Collectors.toMap(MoveEntry.Moved::translation, MoveEntry.Moved::to));
        Map<TranslationKey, Standing> standings = new LinkedHashMap<>();
        for (TranslationKey key : asked) {
            Standing now = open.get(key);
            if (now != null) {
                Audience audience = to.audience().orElse(now.audience());
                standings.put(key, new Standing(Nil.ID, key, audience, paths.getOrDefault(key, now.path())));
            }
        }
        return standings;
    }

    private static List<Address> addresses(
            List<TranslationKey> asked, Map<TranslationKey, Standing> open, Act act, Plan plan) {
        Map<String, Trace> traces = new HashMap<>();
        plan.partOpenings.stream()
                .filter(part -> part.kind() == PartKind.REDIRECT)
                .forEach(part -> traces.merge(
                        part.key(),
                        part.value().path("status").asInt(0) == 410 ? Trace.TOMBSTONE : Trace.REDIRECT,
                        (one, other) -> Trace.REDIRECT));
        List<Address> addresses = new ArrayList<>();
        for (TranslationKey key : asked) {
            Optional<Standing> before = Optional.ofNullable(open.get(key));
            boolean closes = act.closings().containsKey(key);
            Optional<Standing> after = closes
                    ? Optional.empty()
                    : Optional.ofNullable(act.openings().get(key)).or(() -> before);
            Optional<String> from = before.filter(Standing::hasPage).map(Standing::path);
            Optional<String> to = after.filter(Standing::hasPage).map(Standing::path);
            if (from.isPresent() || to.isPresent()) {
                Trace trace = from.equals(to)
                        ? Trace.NONE
                        : from.map(path -> traces.getOrDefault(path, Trace.NONE))
                                .orElse(Trace.NONE);
                Audience audience = after.or(() -> before).orElseThrow().audience();
                addresses.add(new Address(key.locale(), audience, from, to, trace));
            }
        }
        return addresses;
    }

    private List<Moving> moving(SiteRef site, List<MoveEntry.Moved> moved) {
        Map<TranslationKey, Standing> open = surroundings.openOf(
                site.id(),
                moved.stream().map(one -> one.translation().entry().value()).collect(Collectors.toSet()));
        return moved.stream()
                .map(one -> new Moving(one.translation(), one.from(), one.to(), open.containsKey(one.translation())))
                .toList();
    }
}
