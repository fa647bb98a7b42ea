package org.lockkeeper.ir;

import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A declared field.
 *
 * @param modifiers {@link Modifier} bits and {@link Modifiers}
 */
public record FieldInfo(FieldRef ref, int modifiers, List<Annotation> annotations, Site site) {

  /** Whether all given {@link Modifier} bits are set. */
  public boolean has(int bits) {
    return (modifiers & bits) == bits;
  }
}
