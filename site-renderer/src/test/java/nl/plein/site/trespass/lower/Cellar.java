package nl.plein.site.trespass.lower;

import nl.plein.site.trespass.upper.Attic;

/** Reaches up, which it may not. */
public class Cellar {
    Attic trespass() {
        return new Attic();
    }
}
