package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Silences checks here, with a reason, and if wanted only for a time.
 *
 * <pre>{@code
 * @SuppressFinding(
 *     value = "LockOrderInversion",
 *     because = "both orders run on the start-up thread only",
 *     until = "2027-06-30")
 * void start() { ... }
 * }</pre>
 *
 * <p>{@code @SuppressWarnings("LockOrderInversion")} works too, but states no reason and does not
 * reach the tools that read class files.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.TYPE,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.PARAMETER,
  ElementType.LOCAL_VARIABLE,
  ElementType.PACKAGE
})
public @interface SuppressFinding {
  /** Names of checks. */
  String[] value();

  /** Why the finding is not one, or can wait. Must not be blank. */
  String because();

  /** The last day on which it holds, as {@code 2027-06-30}; empty: for good. */
  String until() default "";
}
