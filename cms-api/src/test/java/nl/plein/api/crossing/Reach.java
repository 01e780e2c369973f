package nl.plein.api.crossing;

/** How far something of an agency may be heard. */
enum Reach {
    /** By anybody, where its site speaks. */
    EVERYONE,
    /** By colleagues of any agency, where its site speaks. */
    GOVERNMENT,
    /** By colleagues only. */
    INSIDE
}
