package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When several of these locks are held together, they were taken from left to right.
 *
 * <pre>{@code
 * @LockOrder({"Bank.registry", "Account.lock"})
 * class Bank {
 *   private final Object registry = new Object();
 *   ...
 * }
 * }</pre>
 *
 * <p>Nesting against the declared order is reported where it happens, with the calls that lead
 * there, even when no other thread takes them the declared way round. Declared orders that
 * contradict each other are reported too.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface LockOrder {
  /**
   * Locks in the order in which they are taken, as {@code Type.field}, {@code Type.class}, {@code
   * Type.this}, or {@code field} of the annotated class; or orders that are written out, as in
   * {@code "Bank.registry < Account.lock"}.
   */
  String[] value();
}
