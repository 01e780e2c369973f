package nl.plein.api.management;

import java.util.function.BiFunction;
import nl.plein.cms.content.EntryLists.Order;
import nl.plein.cms.content.EntryLists.Place;
import nl.plein.cms.content.EntryLists.Shown;

/**
 * How a request says which list of translations it means.
 *
 * @param refusal of a word that is not known: made from its code and a sentence, as the place of the word in the request asks for
 */
record ListWords(BiFunction<String, String, RuntimeException> refusal) {

    Place place(String word) {
        return switch (word) {
            case "site" -> Place.SITE;
            case "archive" -> Place.ARCHIVE;
            case "trash" -> Place.TRASH;
            default -> throw refusal.apply("unknown-place", "place is \"site\", \"archive\" or \"trash\".");
        };
    }

    Shown shown(String word) {
        return switch (word) {
            case "unpublished" -> Shown.UNPUBLISHED;
            case "published" -> Shown.PUBLISHED;
            case "changed" -> Shown.CHANGED;
            default -> throw refusal.apply("unknown-state", "state is \"unpublished\", \"published\" or \"changed\".");
        };
    }

    Order order(String word) {
        return switch (word) {
            case "-updatedAt" -> Order.NEWEST;
            case "updatedAt" -> Order.OLDEST;
            case "title" -> Order.TITLE;
            default -> throw refusal.apply("unknown-order", "sort is \"-updatedAt\", \"updatedAt\" or \"title\".");
        };
    }
}
