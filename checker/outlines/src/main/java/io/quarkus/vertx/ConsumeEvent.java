package io.quarkus.vertx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Outline of Quarkus's {@code ConsumeEvent}. */
@Target({ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ConsumeEvent {
  String value() default "";

  boolean local() default true;

  boolean blocking() default false;

  boolean ordered() default false;
}
