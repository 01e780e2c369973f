package nl.plein.cms.rooms.planted.upper;

/** Planted: what the lower room must not reach. */
public class Above {}
