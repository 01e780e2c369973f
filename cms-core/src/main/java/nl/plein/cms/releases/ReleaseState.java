package nl.plein.cms.releases;

/** How far a release is. */
public enum ReleaseState {
    PLANNED("planned"),
    PUBLISHED("published"),
    ROLLED_BACK("rolled-back");

    private final String key;

    ReleaseState(String key) {
        this.key = key;
    }

    /** The name in the API. */
    public String key() {
        return key;
    }
}
