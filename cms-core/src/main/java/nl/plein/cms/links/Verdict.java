package nl.plein.cms.links;

import java.time.Duration;

/**
 * What came of asking an address.
 *
 * @param status of the answer; 0 if there was none
 * @param cause  why it counts as failing; empty else
 * @param rest   how long the host asks to be left alone
 */
record Verdict(Kind kind, int status, String cause, Duration rest) {

    static final String GONE = "gone";
    static final String SERVER_ERROR = "server-error";

    enum Kind {
        /** It answers; or it can't be told, as where one has to sign in or programs are kept out. */
        ALIVE,
        /** It may be that nothing is there. */
        FAILING,
        /** Nobody was asked, as somebody else is at the host. */
        POSTPONED
    }

    static Verdict alive(int status, Duration rest) {
        return new Verdict(Kind.ALIVE, status, "", rest);
    }

    static Verdict failing(int status, String cause, Duration rest) {
        return new Verdict(Kind.FAILING, status, cause, rest);
    }

    static Verdict postponed() {
        return new Verdict(Kind.POSTPONED, 0, "", Duration.ZERO);
    }
}
