package nl.plein.cms.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a package as a room and names the rooms it may use. The architecture test reads it. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Room {
    /** Names of rooms, such as {@code "tenancy"}; a room may always use itself. */
    String[] mayUse();
}
