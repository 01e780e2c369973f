package nl.plein.cms.accounts;

/** What a mail about an account says. */
enum MailKind {
    /** Choose a password, you are asked in. */
    INVITATION,
    /** Choose a new password, you asked for it. */
    RESET,
    /** Your password has been changed. */
    CHANGED
}
