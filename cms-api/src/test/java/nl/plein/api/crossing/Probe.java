package nl.plein.api.crossing;

import java.util.Optional;
import java.util.Set;
import nl.plein.api.server.Route;

/**
 * A request that mixes what belongs to the caller's agency with what belongs to another one.
 *
 * @param twin    the same with names that never were instead of those the caller may not know; empty if there are none.
 *                Its answer is the only right one
 * @param isSecretInPath whether the path names what the caller may not know
 * @param foreign kinds of what it names of the other agency
 */
record Probe(
        Route route,
        Listener listener,
        Asking asking,
        Optional<Asking> twin,
        boolean isSecretInPath,
        Set<String> foreign) {}
