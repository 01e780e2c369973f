package nl.plein.cms.participation;

import java.util.Optional;
import java.util.stream.Stream;

/** What visitors may add by a form on a page. */
public enum ContributionKind {
    /** To those who make the site; may have a name and an address to answer to. */
    MESSAGE("message", "contact"),
    /** Whether a page was useful: yes or no. */
    VERDICT("verdict", "useful");

    private final String key;
    private final String switchedBy;

    ContributionKind(String key, String switchedBy) {
        this.key = key;
        this.switchedBy = switchedBy;
    }

    public String key() {
        return key;
    }

    /** The member of the setting {@code forms} that opens the form. */
    String switchedBy() {
        return switchedBy;
    }

    public static Optional<ContributionKind> named(String key) {
        return Stream.of(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
