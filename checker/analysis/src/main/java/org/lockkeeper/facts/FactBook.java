package org.lockkeeper.facts;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodRef;

/**
 * What humans have said: annotations and models. What bodies show is inferred elsewhere and yields
 * to this.
 *
 * <p>Each kind of fact is looked up by itself, from the type that is asked about up its {@link
 * Hierarchy#supertypes}. The nearest declaration that states the kind, or denies it ({@code not
 * blocks}), wins: a fact about a subtype is about fewer objects, so it beats one about a supertype
 * whatever their sources. At one declaration what is said of the method itself beats what is said
 * of its class, and that what is said of its package. Within each of these the sources decide:
 * declared annotations, users' models (the last file first), shipped models; and within a model the
 * exact signature, then all overloads, then all methods.
 *
 * <p>Facts of a class or package spread to its methods only where they are about how code runs (the
 * kinds {@link Fact.Blocks}, {@link Fact.Yields}, {@link Fact.Cooperative}, {@link Fact.RunsOn},
 * {@link Fact.Answers}, {@link Fact.ConfinedTo}); never to constructors, initialisers and lambda
 * bodies.
 */
public interface FactBook {

  /**
   * The real one. Safe for use by several threads.
   *
   * @param users users' models, strongest last
   */
  static FactBook of(Hierarchy hierarchy, List<FactFile> users) {
    return new LayeredFactBook(hierarchy, users, ShippedModels.models());
  }

  /** Facts of all kinds about a method, strongest first within a kind. */
  List<Fact> facts(MethodRef method);

  /**
   * Facts of one kind about a method: those of the nearest declaration up the hierarchy that states
   * or denies the kind.
   */
  <F extends Fact> List<F> all(Class<F> kind, MethodRef method);

  /** The first of {@link #all}. */
  default <F extends Fact> Optional<F> first(Class<F> kind, MethodRef method) {
    return all(kind, method).stream().findFirst();
  }

  /** Whether {@link #all} is not empty. */
  default boolean says(Class<? extends Fact> kind, MethodRef method) {
    return !all(kind, method).isEmpty();
  }

  /**
   * Whether someone took the kind back ({@code not blocks}, {@code @NonBlocking}) nearer than
   * anyone stated it. What a body shows must not bring it back.
   */
  boolean denies(Class<? extends Fact> kind, MethodRef method);

  /** Whether methods of a type have no facts but those of {@link #ofObject}: fast to tell. */
  boolean quiet(String type);

  /** Whether something is said of methods of that name of every object. */
  boolean ofObject(String method);

  /** Facts about a field (annotations and models). */
  <F extends Fact> List<F> ofField(Class<F> kind, FieldRef field);

  /**
   * Facts about a type, nearest supertype that states the kind; a type's package after the type.
   */
  <F extends Fact> List<F> ofType(Class<F> kind, String type);

  /** Facts about a parameter ({@code @Cooperative Runnable task}), 0-based. */
  <F extends Fact> List<F> ofParam(Class<F> kind, MethodRef method, int param);
}
