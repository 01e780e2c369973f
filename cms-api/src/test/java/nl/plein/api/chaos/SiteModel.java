package nl.plein.api.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a site must show at each version, worked out from the acts alone. */
final class SiteModel {

    /** One publication of an entry; a roll-back makes a new one of an old one. */
    private record Row(long opened, String title) {}

    private final List<Map<String, Row>> states = new ArrayList<>();
    private final Map<String, Long> withdrawn = new HashMap<>();

    /** @param version the version at which no entry has been published yet */
    SiteModel(long version) {
        for (long v = 0; v <= version; v++) {
            states.add(Map.of());
        }
    }

    long version() {
        return states.size() - 1;
    }

    /** The next version is this act. */
    void add(Act act) {
        states.add(after(act));
        if (act instanceof Act.Withdraw withdraw) {
            withdraw.entries().forEach(entry -> withdrawn.put(entry, version()));
        }
    }

    /** What the site would show if this act were the next version; titles by entry. */
    Map<String, String> wouldShow(Act act) {
        return titles(after(act));
    }

    /** Titles by entry. */
    Map<String, String> at(long version) {
        return titles(states.get((int) version));
    }

    private Map<String, Row> after(Act act) {
        long version = states.size();
        Map<String, Row> now = states.get(states.size() - 1);
        Map<String, Row> next = new HashMap<>(now);
        if (act instanceof Act.Publish publish) {
            publish.titles().forEach((entry, title) -> next.put(entry, new Row(version, title)));
        } else if (act instanceof Act.Withdraw withdraw) {
            withdraw.entries().forEach(next::remove);
        } else if (act instanceof Act.RollBack rollBack) {
            next.clear();
            states.get((int) rollBack.to()).forEach((entry, row) -> {
                if (row.opened() > withdrawn.getOrDefault(entry, 0L)) {
                    next.put(entry, row.equals(now.get(entry)) ? row : new Row(version, row.title()));
                }
            });
        }
        return next;
    }

    private static Map<String, String> titles(Map<String, Row> state) {
        Map<String, String> titles = new TreeMap<>();
        state.forEach((entry, row) -> titles.put(entry, row.title()));
        return titles;
    }
}
