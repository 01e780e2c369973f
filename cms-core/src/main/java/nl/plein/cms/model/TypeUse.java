package nl.plein.cms.model;

/** Tells whether anything is made of a type; answered by the rooms above that make things of types. */
public interface TypeUse {

    /** How many things of the agency are of this type, on all its sites. */
    long countOf(ContentType type);
}
