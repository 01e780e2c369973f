package nl.plein.cms.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example that the libraries of the Standard Webhooks scheme are tested with. */
    @Test
    void it_is_the_signature_of_the_standard_s_own_example() {
        assertThat(Signature.of(
                        List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void with_two_secrets_there_are_two_of_which_one_fits_each() {
        String other = "whsec_" + "QUJD".repeat(10);

        String both = Signature.of(List.of(other, SECRET), "a", 1, "b");

        assertThat(both.split(" "))
                .containsExactly(Signature.of(List.of(other), "a", 1, "b"), Signature.of(List.of(SECRET), "a", 1, "b"));
    }
}
