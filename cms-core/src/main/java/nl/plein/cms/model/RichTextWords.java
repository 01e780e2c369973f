package nl.plein.cms.model;

/** Takes the mark-up from rich text; answered by the room above that knows its form. */
public interface RichTextWords {

    /** The visible words; blocks end in a line break. */
    String of(String html);
}
