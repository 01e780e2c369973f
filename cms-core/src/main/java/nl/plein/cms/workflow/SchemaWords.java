package nl.plein.cms.workflow;

import nl.plein.cms.kernel.Finding;

/** Says in both languages what a type asks and a text does not give. */
public final class SchemaWords {

    private SchemaWords() {}

    public static Words of(Finding finding) {
        return new Words(dutch(finding), finding.message());
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
