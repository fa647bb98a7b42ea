package io.micronaut.http.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Outline of Micronaut's {@code Get}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD})
@Inherited
public @interface Get {
  String value() default "/";

  String uri() default "/";

  String[] uris() default {"/"};

  String[] produces() default {};

  String[] consumes() default {};

  String[] processes() default {};

  boolean single() default false;

  boolean headRoute() default true;
}
