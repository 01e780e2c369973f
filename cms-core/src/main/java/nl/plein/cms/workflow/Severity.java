package nl.plein.cms.workflow;

import java.util.Locale;

/** How much a finding counts. */
public enum Severity {
    /** Nothing goes on before it is mended. */
    ERROR,
    /** Is told; whoever makes the transition decides. */
    WARNING;

    /** The name in API and data. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
