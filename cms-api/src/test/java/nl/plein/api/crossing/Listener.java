package nl.plein.api.crossing;

import java.util.Optional;

/**
 * Who asks through which door: what of another agency they may hear there.
 *
 * @param isColleague whether it is somebody of an agency, though not of the one that sings
 * @param host        that is asked; empty for the platform's own
 * @param site        that the path names
 */
record Listener(boolean isColleague, Optional<String> host, Door door, Optional<String> site) {

    enum Door {
        GATEWAY,
        DELIVERY,
        MANAGEMENT,
        OTHER;

        static Door of(Optional<String> host, String path) {
            if (path.startsWith("/delivery/")) {
                return DELIVERY;
            }
            if (host.isPresent()) {
                return GATEWAY;
            }
            return path.startsWith("/manage/") ? MANAGEMENT : OTHER;
        }
    }

    boolean mayHear(Named one) {
        boolean wideEnough = one.reach() == Reach.EVERYONE || one.reach() == Reach.GOVERNMENT && isColleague;
        return wideEnough
                && switch (door) {
                    case GATEWAY -> isHostOf(one);
                    case DELIVERY ->
                        (host.isEmpty() || isHostOf(one))
                                && (site.isEmpty() || site.get().equals(one.home()));
                    case MANAGEMENT, OTHER -> false;
                };
    }

    private boolean isHostOf(Named one) {
        return host.filter(name ->
                        name.equals(Aviary.hostOf(one.home())) || name.equals("www." + Aviary.hostOf(one.home())))
                .isPresent();
    }
}
