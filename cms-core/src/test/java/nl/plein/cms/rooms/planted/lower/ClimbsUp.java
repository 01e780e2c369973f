package nl.plein.cms.rooms.planted.lower;

import nl.plein.cms.rooms.planted.upper.Above;

/** Planted: an arrow that runs away from the foundation. */
public class ClimbsUp {
    Above above = new Above();
}
