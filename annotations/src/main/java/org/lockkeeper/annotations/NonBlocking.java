package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method never waits, whatever its body or its overrides look like: that is its author's word,
 * and calls believe it.
 *
 * <pre>{@code
 * interface Listener {
 *   @NonBlocking
 *   void changed(Event e);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface NonBlocking {}
