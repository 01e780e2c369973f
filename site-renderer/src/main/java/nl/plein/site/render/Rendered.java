package nl.plein.site.render;

/** @param root name of the blob that makes the whole result live, see {@link nl.plein.site.tree.LiveRow} */
public record Rendered(String root, Summary summary) {}
