package nl.plein.api.signin;

import nl.plein.cms.accounts.ChosenPassword;

/** What is said to a password that can't be taken. */
final class PasswordWords {

    private PasswordWords() {}

    static String of(Words words, ChosenPassword chosen) {
        return words.say(
                switch (chosen) {
                    case TOO_SHORT -> "password.tooShort";
                    case TOO_LONG -> "password.tooLong";
                    case COMMON -> "password.common";
                    case OWN_NAME -> "password.ownName";
                    case WRONG -> "password.wrong";
                    case TOO_MANY -> "signIn.too_many";
                    case BUSY, SET, DEAD_LINK -> "signIn.busy";
                });
    }
}
