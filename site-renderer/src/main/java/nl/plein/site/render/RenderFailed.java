package nl.plein.site.render;

import java.util.List;
import nl.plein.site.kernel.Trouble;

/** Some pages could not be made; nothing was replaced. */
public final class RenderFailed extends Trouble {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    RenderFailed(List<String> problems, int total) {
        super(total + (total == 1 ? " page" : " pages") + " could not be made; the site is left as it was.\n  "
                + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** The first of them, each with template, line, page and entry. */
    public List<String> problems() {
        return problems;
    }
}
