package nl.plein.cms.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;

/**
 * An act worked out against what was open at a version: which rows close and which site parts open. It holds as long as
 * nothing it looked at has changed since.
 */
final class Plan {

    final Act act;
    final long seen;

    /** Open publications that close, and why. */
    final Map<UUID, Closing> closings = new HashMap<>();

    /** What stands no longer where it stood, and what now stands where it did not. */
    final List<Standing> leaving = new ArrayList<>();

    final List<Standing> arriving = new ArrayList<>();

    /** Translations all of whose older publications count as withdrawn from now on. */
    final Set<TranslationKey> withdrawn = new HashSet<>();

    /** Translations that were narrowed: older publications for more people than this count as withdrawn. */
    final Map<TranslationKey, nl.plein.cms.kernel.Audience> narrowed = new HashMap<>();

    final Set<UUID> partClosings = new HashSet<>();
    final List<NewPart> partOpenings = new ArrayList<>();

    /** Publications that close although nothing of their translation opens. */
    int removed;

    /** Openings of translations that were open before. */
    int changed;

    /** What was looked at. */
    final Set<TranslationKey> translations = new HashSet<>();

    final Set<String> places = new HashSet<>();

    Plan(Act act, long seen) {
        this.act = act;
        this.seen = seen;
    }

    int made() {
        return act.openings().size() - changed;
    }

    /** Parts that a person or roll-back set or removed, and those that follow from pages. */
    int parts() {
        return Math.max(partOpenings.size(), partClosings.size());
    }

    boolean changesNothing() {
        return act.openings().isEmpty()
                && closings.isEmpty()
                && withdrawn.isEmpty()
                && act.marks().isEmpty()
                && act.erased().isEmpty()
                && partClosings.isEmpty()
                && partOpenings.isEmpty();
    }
}
