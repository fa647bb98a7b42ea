package io.micronaut.scheduling.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Outline of Micronaut's {@code Scheduled}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Scheduled {
  String cron() default "";

  String zoneId() default "";

  String fixedDelay() default "";

  String initialDelay() default "";

  String fixedRate() default "";

  String scheduler() default "scheduled";

  String condition() default "";
}
