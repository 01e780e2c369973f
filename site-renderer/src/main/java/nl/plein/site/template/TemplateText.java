package nl.plein.site.template;

import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;

/** The text of one template, for the engine. */
record TemplateText(String source) implements TemplateLocation {
    @Override
    public Reader read() {
        return new StringReader(source);
    }

    @Override
    public Optional<Variant> getVariant() {
        return Optional.empty();
    }
}
