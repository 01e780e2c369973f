package nl.plein.site.page;

import java.util.List;

/** The first locale lives at "/", the others under "/&lt;locale&gt;". */
public final class LocalePaths {
    private final List<String> locales;

    public LocalePaths(List<String> locales) {
        this.locales = locales;
    }

    /** The path of a locale's home. */
    public String home(String locale) {
        return isFirst(locale) ? "/" : "/" + locale;
    }

    /** @param bare a path without the locale's prefix, beginning with "/" */
    public String in(String locale, String bare) {
        return isFirst(locale) ? bare : bare.equals("/") ? home(locale) : "/" + locale + bare;
    }

    /** {@code /en/news} is English; what begins with no locale is in the first. */
    public String localeOf(String path) {
        for (String locale : locales) {
            if (!isFirst(locale) && (path.equals(home(locale)) || path.startsWith(home(locale) + "/"))) {
                return locale;
            }
        }
        return locales.get(0);
    }

    private boolean isFirst(String locale) {
        return locales.indexOf(locale) <= 0;
    }
}
