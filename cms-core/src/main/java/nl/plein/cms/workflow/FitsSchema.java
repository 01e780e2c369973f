package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Model;

/** Finds what the type of an entry asks of a publication and the draft does not give. */
@ApplicationScoped
public class FitsSchema implements Gate {

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    @Override
    public String key() {
        return "schema";
    }

    @Override
    public List<Reason> findings(Subject subject) {
        return model.findings(types.get(subject.draft().type()), subject.draft().payload(), true).stream()
                .map(finding -> new Reason(
                        finding.pointer(),
                        finding.code(),
                        Severity.ERROR,
                        new Words(dutch(finding), finding.message())))
                .toList();
    }

    private static String dutch(Finding finding) {
        String place =
                finding.pointer().isEmpty() ? "" : " (" + finding.pointer().substring(1) + ")";
        return switch (finding.code()) {
            case "required" -> "Vul in wat hier verplicht is" + place + ".";
            case "too-short" -> "Schrijf hier meer" + place + ".";
            case "too-long" -> "Schrijf hier minder" + place + ".";
            case "too-small" -> "Geef hier een groter getal" + place + ".";
            case "too-large" -> "Geef hier een kleiner getal" + place + ".";
            case "too-few" -> "Kies er meer" + place + ".";
            case "too-many" -> "Kies er minder" + place + ".";
            case "not-an-option" -> "Kies een van de mogelijkheden" + place + ".";
            case "wrong-format", "wrong-type" -> "Schrijf dit in de vorm die het veld vraagt" + place + ".";
            case "unknown-field" -> "Haal dit veld weg: het type kent het niet" + place + ".";
            case "unsafe-address" -> "Geef een webadres dat met https begint" + place + ".";
            default -> "Verbeter dit" + place + ".";
        };
    }
}
