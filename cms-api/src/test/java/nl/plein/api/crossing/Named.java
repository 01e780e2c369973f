package nl.plein.api.crossing;

/**
 * A name that stands for something of an agency, or a word that is sung there.
 *
 * @param home id of the site it belongs to; empty if the whole agency has it
 */
record Named(String value, Reach reach, String home) {}
