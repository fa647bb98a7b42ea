package org.springframework.scheduling.annotation;

/** Fake of the annotation that Spring uses. */
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Async {}
