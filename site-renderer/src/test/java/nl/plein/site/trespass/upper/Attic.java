package nl.plein.site.trespass.upper;

/** Minds its own business. */
public class Attic {}
