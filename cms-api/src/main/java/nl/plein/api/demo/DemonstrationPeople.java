package nl.plein.api.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.plein.cms.accounts.AddKnownPerson;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.people.Role;

/** People of the demonstration, with passwords that everybody knows: only where {@code plein.demo} is true. */
@ApplicationScoped
class DemonstrationPeople {

    static final AgencyId AGENCY = new AgencyId("voorbeeldstad");

    /** @param role none for a citizen */
    private record Known(String name, String mail, String password, List<Role> role) {}

    private static final List<Known> ALL = List.of(
            new Known("Noor de Wit", "noor@voorbeeldstad.example", "drie-eenden-op-het-plein", List.of(Role.PUBLISHER)),
            new Known("Yara Smit", "yara@voorbeeldstad.example", "vijf-boeken-in-de-kast", List.of(Role.EDITOR)),
            new Known(
                    "Bram Postma",
                    "bram@voorbeeldstad.example",
                    "zes-sleutels-aan-de-ring",
                    List.of(Role.ADMINISTRATOR)),
            new Known("Sam Bakker", "sam@voorbeeldstad.example", "vier-fietsen-bij-de-brug", List.of(Role.READER)),
            new Known("Robin Visser", "robin@thuis.example", "twee-katten-in-de-tuin", List.of()));

    @Inject
    AddKnownPerson addKnownPerson;

    void add() {
        ALL.forEach(
                known -> addKnownPerson.perform(known.name(), known.mail(), known.password(), AGENCY, known.role()));
    }

    /** For the log. */
    static String told() {
        var lines = new StringBuilder("  People of the demonstration, to sign in with:\n");
        for (Known known : ALL) {
            lines.append("    ")
                    .append(known.mail())
                    .append("  ")
                    .append(known.password())
                    .append("  ")
                    .append(
                            known.role().isEmpty()
                                    ? "no colleague"
                                    : known.role().get(0).key())
                    .append('\n');
        }
        return lines.toString();
    }
}
