package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The field may be read and written, or the method called, only while the named lock is held. A
 * write under the read side of a {@code ReadWriteLock} is not enough.
 *
 * <pre>{@code
 * class Registry {
 *   private final Object lock = new Object();
 *
 *   @GuardedBy("lock")
 *   private final Map<String, Handler> handlers = new HashMap<>();
 *
 *   Handler find(String name) {
 *     synchronized (lock) {
 *       return handlers.get(name);
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Annotations of the same simple name from other libraries mean the same. Constructors, and
 * objects that no other thread has seen, need no lock.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface GuardedBy {
  /**
   * Guard expressions (see the {@linkplain org.lockkeeper.annotations package}). With several, who
   * writes holds all of them, and who reads any one.
   */
  String[] value();
}
