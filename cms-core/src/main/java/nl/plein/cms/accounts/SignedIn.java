package nl.plein.cms.accounts;

import java.util.UUID;
import nl.plein.cms.people.Caller;

/** Somebody whose session is alive. @param session its id, no secret */
public record SignedIn(UUID session, Caller caller) {}
