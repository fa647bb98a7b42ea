package org.lockkeeper.ir;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A declared method, constructor, initialiser or lambda body.
 *
 * @param modifiers {@link Modifier} bits and {@link Modifiers}
 * @param params declared parameters, without {@code this}
 * @param thrown binary names of declared exceptions
 * @param enclosing for a lambda body: the method whose text contains it (maybe another lambda)
 * @param lowered the body, see {@link #body}; must be cheap when called again
 */
public record MethodInfo(
    MethodRef ref,
    int modifiers,
    List<Annotation> annotations,
    List<Param> params,
    List<String> thrown,
    Optional<MethodRef> enclosing,
    Site site,
    Supplier<Optional<MethodBody>> lowered) {

  /**
   * A declared parameter.
   *
   * @param type erased
   * @param generic whether the declared type is a type variable, so that an override may narrow it
   */
  public record Param(String name, String type, boolean generic, List<Annotation> annotations) {}

  /** The body; empty for abstract and native methods and where only the declaration is known. */
  public Optional<MethodBody> body() {
    return lowered.get();
  }

  /** A body that tells whether it is there, and that can be put aside. */
  public interface Lowered extends Supplier<Optional<MethodBody>> {
    /** Whether there is one; other than {@link #get} it leaves the body aside. */
    boolean exists();

    /** Nobody needs the body now: it may be kept in less memory until somebody asks for it. */
    void putAside();
  }

  /** Whether there is a {@link #body}. */
  public boolean hasBody() {
    return lowered instanceof Lowered l ? l.exists() : body().isPresent();
  }

  /** Whether all given {@link Modifier} bits are set. */
  public boolean has(int bits) {
    return (modifiers & bits) == bits;
  }

  /** Whether the method has no {@code this}. */
  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  /** Whether this is a lambda's body. */
  public boolean isLambda() {
    return enclosing.isPresent();
  }

  /** The same declaration, read once. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof MethodInfo info && lowered == info.lowered && ref.equals(info.ref);
  }

  @Override
  public int hashCode() {
    return ref.hashCode();
  }
}
