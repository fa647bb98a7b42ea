package org.springframework.scheduling.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;

/** Outline of Spring's {@code Scheduled}. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Scheduled {
  String cron() default "";

  String zone() default "";

  long fixedDelay() default -1L;

  String fixedDelayString() default "";

  long fixedRate() default -1L;

  String fixedRateString() default "";

  long initialDelay() default -1L;

  String initialDelayString() default "";

  TimeUnit timeUnit() default TimeUnit.MILLISECONDS;
}
