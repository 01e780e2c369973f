package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import nl.plein.cms.kernel.Settings;

/** What this node is called: the setting {@code plein.node}, else the name of the machine. */
@ApplicationScoped
class Node {

    private static final int LONGEST = 40;

    @Inject
    Settings settings;

    String name() {
        String name = settings.get("plein.node").orElseGet(Node::machine);
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
