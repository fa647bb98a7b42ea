package jakarta.inject;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Outline of Jakarta EE's {@code Singleton}. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Singleton {}
