package nl.plein.cms.accounts;

/** What became of an attempt to sign in. */
public sealed interface SignInOutcome {

    /** @param secret for the platform's cookie; kept nowhere here */
    record Welcome(String secret) implements SignInOutcome {}

    /** Why not. Whether there is such an account, or it is blocked, is not told. */
    enum Refused implements SignInOutcome {
        WRONG,
        /** Too many tries for this account or from this address: again in a minute. */
        TOO_MANY,
        /** Too many sign in at this moment: again in some seconds. */
        BUSY
    }
}
