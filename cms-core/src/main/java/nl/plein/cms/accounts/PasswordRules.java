package nl.plein.cms.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.plein.cms.people.Person;

/**
 * What a password has to be, after NIST SP 800-63B: long, and not one that others guess first. Which characters it has, and how
 * old it is, is nobody's business.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> COMMON = read("common-passwords.txt");

    /** In this order: the first that is broken is told. */
    private static final List<BiFunction<String, Person, Optional<ChosenPassword>>> RULES =
            List.of(PasswordRules::length, PasswordRules::monotony, PasswordRules::common, PasswordRules::ownName);

    private PasswordRules() {}

    static Optional<ChosenPassword> whyNot(String password, Person person) {
        String plain = Normalizer.normalize(password, Normalizer.Form.NFKC);
        return RULES.stream()
                .flatMap(rule -> rule.apply(plain, person).stream())
                .findFirst();
    }

    private static Optional<ChosenPassword> length(String password, Person person) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(ChosenPassword.TOO_SHORT);
        }
        return length > LONGEST ? Optional.of(ChosenPassword.TOO_LONG) : Optional.empty();
    }

    /** {@code aaaaaaaaaaaa}, {@code abababababab}, {@code 123412341234}: a part of at most four characters, again and again. */
    private static Optional<ChosenPassword> monotony(String password, Person person) {
        boolean again = false;
        for (int part = 1; part <= 4; part++) {
            String repeated = password.substring(0, part).repeat(password.length() / part + 1);
            again |= repeated.startsWith(password);
        }
        return again ? Optional.of(ChosenPassword.COMMON) : Optional.empty();
    }

    private static Optional<ChosenPassword> common(String password, Person person) {
        String lower = password.toLowerCase(Locale.ROOT);
        String letters = NO_LETTERS.matcher(lower).replaceAll("");
        boolean known = COMMON.contains(lower) || letters.length() >= 4 && COMMON.contains(letters);
        return known ? Optional.of(ChosenPassword.COMMON) : Optional.empty();
    }

    /** The own name or address with some figures behind it. */
    private static Optional<ChosenPassword> ownName(String password, Person person) {
        String letters = NO_LETTERS.matcher(password.toLowerCase(Locale.ROOT)).replaceAll("");
        List<String> own = List.of(
                person.name(),
                person.mail().map(Object::toString).orElse(""),
                person.mail()
                        .map(mail -> mail.value().substring(0, mail.value().indexOf('@')))
                        .orElse(""));
        boolean same = own.stream()
                .map(text -> NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""))
                .anyMatch(text -> !text.isEmpty() && text.equals(letters));
        return same ? Optional.of(ChosenPassword.OWN_NAME) : Optional.empty();
    }

    private static Set<String> read(String file) {
        try (InputStream in = PasswordRules.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R"))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
