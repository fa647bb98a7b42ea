package io.micronaut.http.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Outline of Micronaut's {@code Controller}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Controller {
  String value() default "/";

  String[] produces() default {"application/json"};

  String[] consumes() default {"application/json"};

  String port() default "";
}
