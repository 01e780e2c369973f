package nl.plein.cms.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drie eenden op het plein",
                "zonder cijfers of tekens",
                "\u00e9\u00e9n koe, twee koeien",
                "\ud83e\udd86\ud83e\udd86 en nog 10 eenden",
                "x7Kp2mQ9rT4w"
            })
    void long_and_unusual_will_do(String password) {
        assertThat(PasswordRules.whyNot(password, noor())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "elf tekens!, TOO_SHORT",
        "\ud83e\udd86\ud83e\udd86\ud83e\udd86\ud83e\udd86\ud83e\udd86\ud83e\udd86\ud83e\udd86\ud83e\udd86, TOO_SHORT",
        "aaaaaaaaaaaaaaaa, COMMON",
        "abcabcabcabcabc, COMMON",
        "123412341234, COMMON",
        "Wachtwoord2026!, COMMON",
        "Welkom-12345678, COMMON",
        "1q2w3e4r5t6y, COMMON",
        "correcthorsebatterystaple, COMMON",
        "NoorDeWit1990, OWN_NAME",
        "noor@example.nl, OWN_NAME",
    })
    void what_others_guess_first_will_not(String password, ChosenPassword why) {
        assertThat(PasswordRules.whyNot(password, noor())).contains(why);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void two_hundred_characters_are_enough(int length) {
        String password = "een lang verhaal ".repeat(20).substring(0, length);
        assertThat(PasswordRules.whyNot(password, noor()).isPresent()).isEqualTo(length > 200);
    }

    private static Person noor() {
        return new Noor();
    }

    /** Somebody with a name and an address. */
    private static final class Noor extends Person {

        @Override
        public PersonId id() {
            return new PersonId(new UUID(0, 1));
        }

        @Override
        public String name() {
            return "Noor de Wit";
        }

        @Override
        public java.util.Optional<nl.plein.cms.people.MailAddress> mail() {
            return java.util.Optional.of(nl.plein.cms.people.MailAddress.of("noor@example.nl"));
        }
    }
}
