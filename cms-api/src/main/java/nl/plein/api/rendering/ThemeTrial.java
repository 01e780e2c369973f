package nl.plein.api.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadFactory;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Invalid;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.trial.ThemePackage;
import nl.plein.site.trial.TryTheme;

/** Tries a theme that somebody uploads, with the themes of the installation as parents. */
@ApplicationScoped
public class ThemeTrial {

    /** Bytes of a package. */
    public static final int LARGEST = ThemePackage.LARGEST;

    /**
     * What a sound package says of itself.
     *
     * @param version as its maker numbers it; "" if not
     * @param pages   of the sample site that were made
     */
    public record Sound(String name, String version, int pages) {}

    @Inject
    Themes themes;

    @Inject
    @Background
    ThreadFactory threads;

    /** @throws Invalid {@code theme-refused}, saying what is wrong and where */
    public Sound perform(byte[] zip) {
        try {
            TryTheme.Passed passed = new TryTheme(themes.shelf(), threads).on(ThemePackage.read(zip));
            return new Sound(passed.name(), passed.version(), passed.pages());
        } catch (Trouble refused) {
            throw new Invalid("theme-refused", String.valueOf(refused.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a theme was tried", e);
        }
    }
}
