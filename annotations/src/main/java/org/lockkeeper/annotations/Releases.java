package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method gives back the named locks, which the caller held.
 *
 * <pre>{@code
 * @Acquires("lock")
 * private void begin() {
 *   lock.lock();
 * }
 *
 * @Releases("lock")
 * private void end() {
 *   lock.unlock();
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Releases {
  /** Guard expressions. */
  String[] value();
}
