package nl.plein.api.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the clients know: which acts were acknowledged, with which version, and which were cut off, so that nobody knows. */
final class ActLog {

    private final Map<Long, Act> acknowledged = new TreeMap<>();
    private final Map<Integer, Act> open = new LinkedHashMap<>();
    private int number;

    /** Before the request is sent. */
    synchronized int begun(Act act) {
        open.put(++number, act);
        return number;
    }

    /** @param version as the receipt says */
    synchronized void acknowledged(int begun, long version) {
        Act act = open.remove(begun);
        Act before = acknowledged.put(version, act);
        if (before != null) {
            throw new AssertionError("version " + version + " was acknowledged twice: " + before + " and " + act);
        }
    }

    /** The server said no, or that nothing was to be done. */
    synchronized void refused(int begun) {
        open.remove(begun);
    }

    synchronized Map<Long, Act> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    /** Acts that the server may have done or not. */
    synchronized List<Act> cutOff() {
        return new ArrayList<>(open.values());
    }

    /** A cut-off act turned out to be this version. */
    synchronized void settled(Act act, long version) {
        open.values().remove(act);
        acknowledged.put(version, act);
    }

    /** Cut-off acts that no version shows were not done, and won't be. */
    synchronized void settleRest() {
        open.clear();
    }
}
