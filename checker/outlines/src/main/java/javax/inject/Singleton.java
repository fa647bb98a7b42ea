package javax.inject;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Outline of Java EE's {@code Singleton}. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Singleton {}
