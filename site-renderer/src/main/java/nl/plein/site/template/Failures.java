package nl.plein.site.template;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ResolutionContext;
import java.util.Objects;
import java.util.Optional;

/** Remembers, for one page, what was asked for last and not there, so that the message can name what is. */
final class Failures {
    static final String ATTRIBUTE = "plein";

    private final TemplateRoot root;
    private Optional<String> last = Optional.empty();

    Failures(TemplateRoot root) {
        this.root = root;
    }

    static Failures of(EvalContext context) {
        return (Failures) Objects.requireNonNull(context.getAttribute(ATTRIBUTE));
    }

    static Failures of(ResolutionContext context) {
        return (Failures) Objects.requireNonNull(context.getAttribute(ATTRIBUTE));
    }

    TemplateRoot root() {
        return root;
    }

    void missed(Shape shape, String name) {
        last = Optional.of(shape.what() + " has no '" + name + "'; there are: " + String.join(", ", shape.names()));
    }

    Optional<String> last() {
        return last;
    }
}
