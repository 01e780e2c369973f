package nl.plein.api.delivery;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** On what is delivered and follows from no version of a site: its ETag is made of what it says. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface TaggedByContent {}
