package nl.plein.api.chaos;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a client asks of a site; each becomes one version or none. */
sealed interface Act {

    /** As receipts name it. */
    default String name() {
        return this instanceof Publish
                ? "publish"
                : this instanceof Withdraw ? "withdraw" : this instanceof RollBack ? "roll-back" : "other";
    }

    /** @param titles by entry; no title is ever used twice */
    record Publish(Map<String, String> titles) implements Act {
        public Publish {
            titles = new TreeMap<>(titles);
        }
    }

    /** All that was ever published of these entries is withdrawn. */
    record Withdraw(List<String> entries) implements Act {
        public Withdraw {
            entries = List.copyOf(entries);
        }
    }

    record RollBack(long to) implements Act {}

    /** A version that touches no entry: a setting, the turn of the day. */
    record Other() implements Act {}
}
