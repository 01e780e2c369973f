package nl.plein.cms.people;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.tenancy.Migrations;
import nl.plein.cms.tenancy.PlatformData;

/**
 * Makes sure that somebody can get in: the setting {@code plein.admin.token} always works as a platform administrator's
 * token; without it, an installation without persons makes a token at its first start, prints it and keeps it in the
 * data folder, readable by its owner only.
 */
@ApplicationScoped
public class EnsureFirstAdministrator {

    private static final Logger LOG = System.getLogger(EnsureFirstAdministrator.class.getName());
    private static final String FILE = "first-administrator-token";
    private static final int SHORTEST_TOKEN = 20;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Settings settings;

    @Inject
    Tokens tokens;

    @Inject
    AddPerson addPerson;

    @Inject
    GrantRole grantRole;

    @Inject
    IssueToken issueToken;

    /** @throws Invalid {@code weak-token} if the setting is shorter than 20 characters */
    @Transactional
    void start(@Observes @Priority(Migrations.FIRST + 10) Startup event) {
        Optional<String> configured = settings.get("plein.admin.token").filter(token -> !token.isBlank());
        if (configured.isPresent()) {
            admit(configured.get());
        } else if (nobodyIsHere()) {
            PersonId administrator = newAdministrator();
            print(issueToken
                    .perform(administrator, "First administrator", Optional.empty())
                    .secret());
        }
    }

    private void admit(String token) {
        if (token.length() < SHORTEST_TOKEN) {
            throw new Invalid("weak-token", "plein.admin.token must have at least 20 characters: use a random one.");
        }
        if (tokens.find(token).isEmpty()) {
            issueToken.store(newAdministrator(), "plein.admin.token", token, Optional.empty());
        }
    }

    private boolean nobodyIsHere() {
        return platform.createQuery("select count(p) from Person p", Long.class).getSingleResult() == 0;
    }

    private PersonId newAdministrator() {
        PersonId person = addPerson.perform("Administrator");
        grantRole.onPlatform(person, Role.ADMINISTRATOR);
        return person;
    }

    private void print(String secret) {
        Path file = settings.dataFolder().resolve(FILE);
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, secret + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the first administrator's token can't be kept in " + file, e);
        }
        LOG.log(
                Level.INFO,
                "First administrator: use the token {0} (kept in {1}; revoke it once you have your own).",
                secret,
                file);
    }
}
