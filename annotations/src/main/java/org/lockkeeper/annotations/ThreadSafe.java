package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Instances are made to be used by several threads at once. Shows Lockkeeper the intent to share,
 * so that it judges the class's fields, and lets users of the class call it without a lock.
 *
 * <pre>{@code
 * @ThreadSafe
 * final class HitCounter {
 *   private long hits; // hits++ without a lock is reported
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE})
public @interface ThreadSafe {}
