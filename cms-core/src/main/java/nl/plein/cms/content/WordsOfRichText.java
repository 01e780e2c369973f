package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import nl.plein.cms.model.RichTextWords;

/** Tells the model what a rich text says, for fields that become plain ones. */
@ApplicationScoped
public class WordsOfRichText implements RichTextWords {

    @Override
    public String of(String html) {
        return RichText.text(html);
    }
}
