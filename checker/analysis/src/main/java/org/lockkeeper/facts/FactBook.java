package org.lockkeeper.facts;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;

/** PLACEHOLDER: signatures are the contract; the implementation is being written. */
public interface FactBook {
  /** Facts of one kind about a method: those of the nearest declaration up the hierarchy that states or denies the kind. */
  <F extends Fact> List<F> all(Class<F> kind, MethodRef method);

  /** The first of {@link #all}. */
  default <F extends Fact> Optional<F> first(Class<F> kind, MethodRef method) {
    return all(kind, method).stream().findFirst();
  }

  /** Whether {@link #all} is not empty. */
  default boolean says(Class<? extends Fact> kind, MethodRef method) {
    return !all(kind, method).isEmpty();
  }

  /** Facts about a field (annotations and models). */
  <F extends Fact> List<F> ofField(Class<F> kind, FieldRef field);

  /** Facts about a type, nearest supertype that states the kind. */
  <F extends Fact> List<F> ofType(Class<F> kind, String type);

  /** Facts about a parameter ({@code @Cooperative Runnable task}), 0-based. */
  <F extends Fact> List<F> ofParam(Class<F> kind, MethodRef method, int param);
}
