package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The code runs on a scheduler that cannot take the thread away from it: an event loop, a user
 * interface thread, a carrier of virtual threads, a home-made scheduler of tasks. It must reach a
 * {@linkplain YieldPoint yield point} again and again, and must not block.
 *
 * <pre>{@code
 * @Cooperative
 * void drain(Queue<Task> tasks) {
 *   while (!tasks.isEmpty()) {
 *     tasks.poll().run();
 *     Thread.yield();
 *   }
 * }
 *
 * void submit(@Cooperative Runnable task) { ... }
 * }</pre>
 *
 * <p>On a method or constructor: its body, and that of its overrides. On a class or package: every
 * method in it. On a parameter, or on the use of a functional interface as a type: the function
 * passed or stored there, such as a lambda's body. Such uses are fields, local variables, casts,
 * and what a container holds ({@code List<@Cooperative Runnable>}).
 *
 * <p>Before a method that returns a functional interface the annotation is about the method alone,
 * although it stands before a type as well (JLS 9.7.4): annotate the field or parameter that the
 * returned function is put into.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.PARAMETER,
  ElementType.PACKAGE,
  ElementType.TYPE_USE
})
public @interface Cooperative {
  /**
   * Name of the scheduler, to tell several apart: {@code "event-loop"}, {@code "virtual-thread"},
   * {@code "ui"}, or one of your own that models speak of. Empty: any.
   */
  String value() default "";
}
