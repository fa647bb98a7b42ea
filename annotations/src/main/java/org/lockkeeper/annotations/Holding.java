package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Callers hold the named locks, and still hold them when the method returns.
 *
 * <pre>{@code
 * synchronized void put(Entry e) {
 *   append(e);
 * }
 *
 * @Holding("this")
 * private void append(Entry e) { ... }
 * }</pre>
 *
 * <p>Private methods seldom need it: they inherit what all their callers hold.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Holding {
  /** Guard expressions; all of them are held. */
  String[] value();
}
