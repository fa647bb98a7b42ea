package io.micronaut.scheduling.annotation;

/** Fake of the annotation that Micronaut uses. */
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ExecuteOn {
  String value();
}
