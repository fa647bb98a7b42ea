package org.lockkeeper.ir;

/**
 * Names a field by its declaring class.
 *
 * @param owner binary name of the declaring class; for {@link #ELEMENT} empty
 * @param name simple name
 * @param type erased type as a binary name
 */
public record FieldRef(String owner, String name, String type) {

  /** The elements of an array, as one pseudo field. */
  public static final FieldRef ELEMENT = new FieldRef("", "[]", "java.lang.Object");

  /** {@code owner#name}, a fact's key. */
  public String key() {
    return owner + "#" + name;
  }

  @Override
  public String toString() {
    return key();
  }
}
