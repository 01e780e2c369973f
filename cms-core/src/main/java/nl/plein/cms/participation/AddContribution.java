package nl.plein.cms.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.ContributionId;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;

/** Keeps what a visitor says by a form, if the site has opened that form (its setting {@code forms}). Anybody may. */
@ApplicationScoped
public class AddContribution {

    /** Characters. */
    public static final int LONGEST_TEXT = 5_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 320;
    private static final int LONGEST_PATH = 1_000;

    private static final String NO_PATH = "This is no path of a page.";

    /** A hint only: whether an address works is seen when somebody answers (RFC 5321, 4.1.2 allows much more and much less). */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:\\\\]{1,64}@[^\\s@<>\",;:\\\\]{1,255}");

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    OpenForms openForms;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * What somebody wants to add; empty texts for what was not filled in.
     *
     * @param path of a page of the site
     */
    public record Wanted(
            ContributionKind kind, String locale, String path, String answer, String name, String email, String text) {}

    /**
     * @throws NotFound {@code no-such-form} if the site has not opened it
     * @throws Invalid  {@code not-acceptable} with findings; pointers name the fields
     */
    @Transactional
    public ContributionRef perform(SiteRef site, Wanted wanted) {
        if (!openForms.has(site, wanted.kind())) {
            throw new NotFound("no-such-form", "This site takes nothing by such a form.");
        }
        List<Finding> findings = findings(site, wanted);
        if (!findings.isEmpty()) {
            throw new Invalid("not-acceptable", findings.get(0).message(), findings);
        }
        var ref = new ContributionRef(
                new ContributionId(ids.next()),
                site.id(),
                wanted.kind(),
                wanted.locale(),
                wanted.path(),
                wanted.answer(),
                wanted.name(),
                wanted.email(),
                wanted.text(),
                clock.instant());
        data.persist(new Contribution(ref));
        return ref;
    }

    private static List<Finding> findings(SiteRef site, Wanted wanted) {
        List<Finding> findings = new ArrayList<>();
        boolean message = wanted.kind() == ContributionKind.MESSAGE;
        say(findings, !isPath(wanted.path()), "page", NO_PATH);
        say(findings, !site.locales().contains(wanted.locale()), "locale", "The site has no such language.");
        say(findings, message && wanted.text().isBlank(), "text", "Write a message.");
        say(findings, wanted.text().length() > LONGEST_TEXT, "text", "Write at most " + LONGEST_TEXT + " characters.");
        say(findings, wanted.name().length() > LONGEST_NAME, "name", "Write at most " + LONGEST_NAME + " characters.");
        say(findings, !wanted.email().isEmpty() && !isEmail(wanted.email()), "email", "This is no e-mail address.");
        say(
                findings,
                message ? !wanted.answer().isEmpty() : !List.of("yes", "no").contains(wanted.answer()),
                "answer",
                "Answer yes or no.");
        return findings;
    }

    private static void say(List<Finding> findings, boolean wrong, String field, String message) {
        if (wrong) {
            findings.add(new Finding("/" + field, "bad-" + field, message));
        }
    }

    private static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    /** Whether the site takes anything by this form. */
    @Transactional
    public boolean isOpen(SiteRef site, ContributionKind kind) {
        return openForms.has(site, kind);
    }

    /** @throws Invalid {@code not-acceptable} if it might lead out of the site */
    public static void requirePath(String path) {
        List<Finding> findings = new ArrayList<>();
        say(findings, !isPath(path), "page", NO_PATH);
        if (!findings.isEmpty()) {
            throw new Invalid("not-acceptable", NO_PATH, findings);
        }
    }

    /** One that leads nowhere else: no host, no control characters. */
    static boolean isPath(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= LONGEST_PATH
                && path.chars().noneMatch(c -> c <= 0x20 || c == 0x7f || c == '\\' || c == '#' || c == '?');
    }
}
