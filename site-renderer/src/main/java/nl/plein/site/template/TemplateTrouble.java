package nl.plein.site.template;

import io.quarkus.qute.TemplateNode.Origin;
import nl.plein.site.kernel.Trouble;
import org.jspecify.annotations.Nullable;

/** A template that can't be read or rendered: names file, line, page and entry. */
public final class TemplateTrouble extends Trouble {
    private static final long serialVersionUID = 1L;

    private final String template;
    private final int line;

    private TemplateTrouble(String template, int line, String message, @Nullable Throwable cause) {
        super(message, cause == null ? new IllegalStateException(message) : cause);
        this.template = template;
        this.line = line;
    }

    static TemplateTrouble at(Origin origin, TemplateRoot root, String what, @Nullable Throwable cause) {
        return in(origin.getTemplateId(), origin.getLine(), root.subject(), what, cause);
    }

    static TemplateTrouble in(String template, int line, String subject, String what, @Nullable Throwable cause) {
        String place = "templates/" + template + (line > 0 ? ":" + line : "");
        String page = subject.isEmpty() ? "" : " (" + subject + ")";
        return new TemplateTrouble(template, line, place + page + ": " + what, cause);
    }

    public String template() {
        return template;
    }

    /** From 1; 0 when it can't be told. */
    public int line() {
        return line;
    }
}
