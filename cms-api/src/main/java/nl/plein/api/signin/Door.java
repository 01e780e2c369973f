package nl.plein.api.signin;

import nl.plein.api.wire.PostedForm;

/** One address of {@link SignInServlet}. */
interface Door {

    /** Such as {@code /identity/sign-in}. */
    String path();

    Reply get(Visit visit);

    /** Only called for forms that a page of this host has shown to this browser. */
    Reply post(Visit visit, PostedForm form);
}
