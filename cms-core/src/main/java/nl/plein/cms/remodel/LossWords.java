package nl.plein.cms.remodel;

import nl.plein.cms.model.Loss;
import nl.plein.cms.workflow.Words;

/** Says in both languages what becomes of a value. */
final class LossWords {

    private LossWords() {}

    static Words of(Loss loss) {
        String nl = "\"" + loss.field().label("nl") + "\"";
        String en = "\"" + loss.field().label("en") + "\"";
        return switch (loss.code()) {
            case Loss.REMOVED ->
                new Words(
                        "Het veld " + nl + " verdwijnt; wat erin staat blijft alleen in de geschiedenis.",
                        "The field " + en + " goes; what it says stays in the history only.");
            case Loss.SHORTENED ->
                new Words(
                        "Van " + nl + " blijft een deel over; de rest blijft alleen in de geschiedenis.",
                        "A part of " + en + " stays; the rest stays in the history only.");
            default ->
                new Words(
                        "Wat in " + nl
                                + " staat past niet in het nieuwe soort veld; het blijft alleen in de geschiedenis.",
                        "What " + en + " says does not fit the new kind of field; it stays in the history only.");
        };
    }
}
