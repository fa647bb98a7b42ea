package org.lockkeeper.ir;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Names a method the way a class file does, without generics.
 *
 * @param owner binary name of the receiver's static type at a call (JLS 13.1), of the declaring
 *     class at a declaration
 * @param name simple name; {@code <init>} for constructors, {@code <clinit>} for initialisers
 * @param params erased parameter types as binary names, arrays with {@code []}
 * @param returns erased return type; {@code void} for none
 */
public record MethodRef(String owner, String name, List<String> params, String returns) {

  private static final int MIX = 0x9E3779B9;

  /** Canonicalises the parameter list. */
  public MethodRef {
    params = List.copyOf(params);
  }

  /** {@code name(Simple,Types)}, the part of a fact's key after the {@code #}. */
  public String signature() {
    return params.stream().map(MethodRef::simple).collect(Collectors.joining(",", name + "(", ")"));
  }

  /** {@code owner#name(Simple,Types)}, a fact's key. */
  public String key() {
    return owner + "#" + signature();
  }

  /** Whether this names a constructor. */
  public boolean isConstructor() {
    return name.equals("<init>");
  }

  /** The same method seen as a member of another class. */
  public MethodRef in(String otherOwner) {
    return otherOwner.equals(owner) ? this : new MethodRef(otherOwner, name, params, returns);
  }

  /** A type's name without package and outer classes: {@code Entry} for {@code p.Map$Entry}. */
  public static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  /** Most comparisons are of one object with itself: doors make each reference once. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof MethodRef ref
            && name.equals(ref.name)
            && owner.equals(ref.owner)
            && params.equals(ref.params)
            && returns.equals(ref.returns);
  }

  /** Names that a compiler numbers differ little: the usual sum would be the same for many. */
  @Override
  public int hashCode() {
    int first = params.isEmpty() ? 0 : params.get(0).hashCode();
    int hash = (owner.hashCode() * MIX + name.hashCode()) * MIX + first + params.size();
    return hash ^ hash >>> 15;
  }

  @Override
  public String toString() {
    return key();
  }
}
