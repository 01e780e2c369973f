package nl.plein.api.crossing;

import java.util.stream.Stream;

/** Everybody who asks in the matrix of roles and routes. Whoever has a role on a site is at least a reader in its agency. */
enum Actor {
    NOBODY("", "", ""),
    READER("reader", "reader", ""),
    CONTRIBUTOR("contributor", "reader", ""),
    EDITOR("editor", "reader", ""),
    PUBLISHER("publisher", "reader", ""),
    ADMINISTRATOR_OF_SITE("administrator", "reader", ""),
    ADMINISTRATOR_OF_ANOTHER_SITE("", "reader", ""),
    ADMINISTRATOR_OF_ANOTHER_AGENCY("", "", ""),
    ADMINISTRATOR_OF_AGENCY("", "administrator", ""),
    ADMINISTRATOR_OF_PLATFORM("", "", "administrator");

    private final String onSite;
    private final String inAgency;
    private final String onPlatform;

    /** Roles held where the matrix asks; none is empty. */
    Actor(String onSite, String inAgency, String onPlatform) {
        this.onSite = onSite;
        this.inAgency = inAgency;
        this.onPlatform = onPlatform;
    }

    String roleOnSite() {
        return onSite;
    }

    boolean has(String permission, Rule.Place place) {
        Stream<String> roles =
                switch (permission.equals("agency.manage") && place == Rule.Place.SITE ? Rule.Place.AGENCY : place) {
                    case SITE -> Stream.of(onSite, inAgency, onPlatform);
                    case AGENCY -> Stream.of(inAgency, onPlatform);
                    case PLATFORM -> Stream.of(onPlatform);
                };
        return roles.anyMatch(role -> !role.isEmpty() && DeclaredRoles.allows(role, permission));
    }
}
