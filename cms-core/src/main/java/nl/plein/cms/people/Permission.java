package nl.plein.cms.people;

/** What one may be allowed to do. */
public enum Permission {
    SITE_READ("site.read"),
    HISTORY_READ("history.read"),
    CONTENT_WRITE("content.write"),
    CONTENT_PUBLISH("content.publish"),
    SITE_MANAGE("site.manage"),
    MODEL_MANAGE("model.manage"),
    THEME_MANAGE("theme.manage"),
    TOKEN_MANAGE("token.manage"),
    AGENCY_MANAGE("agency.manage"),
    PLATFORM_MANAGE("platform.manage");

    private final String key;

    Permission(String key) {
        this.key = key;
    }

    /** The name in API and documents. */
    public String key() {
        return key;
    }
}
