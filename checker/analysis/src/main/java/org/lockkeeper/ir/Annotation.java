package org.lockkeeper.ir;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An annotation as written.
 *
 * @param type binary name
 * @param values explicitly given elements: String, boxed primitive, {@link Value.ClassLiteral},
 *     enum constant name as String, {@link Annotation}, or a List of these
 */
public record Annotation(String type, SortedMap<String, Object> values) {

  /** Copies the map. */
  public Annotation(String type, Map<String, Object> values) {
    this(type, new TreeMap<>(values));
  }

  /** Name without package. */
  public String simpleName() {
    return MethodRef.simple(type);
  }
}
