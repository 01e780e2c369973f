package nl.plein.site.template;

/** What a template starts from: the named data, the free functions, and what it may use up. */
public interface TemplateRoot extends Shape {
    Budget budget();

    /** For messages: the page and entry being rendered. */
    String subject();
}
