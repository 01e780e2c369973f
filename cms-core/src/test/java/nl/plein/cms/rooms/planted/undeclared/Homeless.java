package nl.plein.cms.rooms.planted.undeclared;

/** Planted: a package that declares no room. */
public class Homeless {}
