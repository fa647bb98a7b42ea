package io.smallrye.common.annotation;

/** Fake of the annotation that Quarkus uses. */
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NonBlocking {}
