package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method may wait: for input or output, a lock, another thread, the clock. Cooperative code
 * must not call it.
 *
 * <pre>{@code
 * @Blocking
 * Row query(String sql) { ... }
 * }</pre>
 *
 * <p>Most blocking methods need no annotation: Lockkeeper knows the JDK's and follows calls. It is
 * for abstract and native methods.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Blocking {}
