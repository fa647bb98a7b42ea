package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method returns with the named locks held, which the caller did not hold before.
 *
 * <pre>{@code
 * final class Locked implements AutoCloseable {
 *   private final Lock lock;
 *
 *   @Acquires("lock")
 *   Locked(Lock lock) {
 *     this.lock = lock;
 *     lock.lock();
 *   }
 *
 *   @Override
 *   @Releases("lock")
 *   public void close() {
 *     lock.unlock();
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Acquires {
  /** Guard expressions. */
  String[] value();
}
