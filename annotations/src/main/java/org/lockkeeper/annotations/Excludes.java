package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Callers must <em>not</em> hold the named locks: the method takes them itself, or waits for
 * someone who needs them.
 *
 * <pre>{@code
 * @Excludes("stateLock")
 * void shutdownAndWait() throws InterruptedException {
 *   worker.interrupt();
 *   worker.join(); // the worker takes stateLock on its way out
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Excludes {
  /** Guard expressions; none of them may be held. */
  String[] value();
}
