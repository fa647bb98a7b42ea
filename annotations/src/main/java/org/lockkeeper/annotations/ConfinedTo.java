package org.lockkeeper.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The state or code belongs to one named thread, and nothing that runs elsewhere may touch it.
 *
 * <pre>{@code
 * @ConfinedTo("ui")
 * private final List<Widget> widgets = new ArrayList<>();
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface ConfinedTo {
  /** The thread's or context's name, the same wherever the same thread is meant. */
  String value();
}
