package nl.plein.site.copy;

import nl.plein.site.kernel.Json;
import nl.plein.site.source.Change;
import nl.plein.site.source.Change.Place;

/**
 * A change as it lies in the waiting room: what to do, with which key, and the new value as it will lie in the copy.
 *
 * @param value "" when there is none
 */
record WaitingChange(Act act, String key, String value) {
    enum Act {
        PURGE,
        REMOVE_ENTRY,
        REMOVE_PART,
        PUT_ENTRY,
        PUT_PART
    }

    static WaitingChange of(Change change) {
        if (change instanceof Change.EntryThere there) {
            return new WaitingChange(Act.PUT_ENTRY, key(there.place()), Json.write(there.entry()));
        }
        if (change instanceof Change.EntryGone gone) {
            return new WaitingChange(Act.REMOVE_ENTRY, key(gone.place()), "");
        }
        if (change instanceof Change.PartThere part) {
            return new WaitingChange(
                    Act.PUT_PART, key(part.kind(), part.key(), part.audience()), Json.write(part.value()));
        }
        if (change instanceof Change.PartGone part) {
            return new WaitingChange(Act.REMOVE_PART, key(part.kind(), part.key(), part.audience()), "");
        }
        return new WaitingChange(Act.PURGE, ((Change.Purge) change).id(), "");
    }

    static WaitingChange read(String text) {
        int first = text.indexOf('\n');
        int second = text.indexOf('\n', first + 1);
        return new WaitingChange(
                Act.valueOf(text.substring(0, first)), text.substring(first + 1, second), text.substring(second + 1));
    }

    /** Whether this text, as UTF-8 from a place on, is a change of this kind; without reading all of it. */
    static boolean isOf(Act act, byte[] utf8, int from) {
        String name = act.name();
        if (utf8.length <= from + name.length() || utf8[from + name.length()] != '\n') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (utf8[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String text() {
        return act + "\n" + key + "\n" + value;
    }

    static String key(Place place) {
        return place.locale() + "\0" + place.audience() + "\0" + place.path() + "\0" + place.id();
    }

    static Place place(String key) {
        String[] parts = key.split("\0", 4);
        return new Place(parts[0], parts[1], parts[2], parts[3]);
    }

    static String key(String kind, String key, String audience) {
        return kind + "\0" + key + "\0" + audience;
    }
}
