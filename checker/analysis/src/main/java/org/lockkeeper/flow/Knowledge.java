package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/** What one method's flow may ask about the rest of the program. */
public interface Knowledge {

  /** Facts about a called method. */
  Meaning meaning(MethodRef method);

  /**
   * Where the content of a final field comes from, as a path from {@code this} or a global place.
   */
  Optional<Place> alias(FieldRef field);

  /** Locks that the program makes itself. */
  HomeMadeLocks homeMade();

  /** The methods that a call may reach, at most a handful; empty when that is not known. */
  List<MethodInfo> targets(Op.Call call, Sym receiver);

  /** The same for a reached call. */
  default List<MethodInfo> targets(Op.Call call, int n, MethodFlow flow) {
    return targets(call, receiver(call, n, flow));
  }

  /** Supertypes, members, overriding. */
  Hierarchy hierarchy();

  /** The facts. */
  FactBook book();

  /** Whether a type inherits from another. */
  default boolean isSubtype(String type, String supertype) {
    return hierarchy().isSubtype(type, supertype);
  }

  /** Whether the objects of a type, or of one it inherits from, are there for that. */
  default boolean works(String type, Fact.Shape as) {
    return book().ofType(Fact.WorksAs.class, type).contains(new Fact.WorksAs(as));
  }

  /** Whether those bodies are too vague a guess to speak of the locks they acquire. */
  default boolean guess(Op.Call call, Sym receiver, MethodInfo caller) {
    return false;
  }

  /**
   * Bodies of which something is known to run: not those that happen to implement somebody else's
   * interface.
   */
  default List<MethodInfo> bodies(Op.Call call, int n, MethodFlow flow) {
    return targets(call, n, flow);
  }

  /** The functions of which a call may run one, put away before where it finds its receiver. */
  default List<MethodInfo> stored(Op.Call call, int n, MethodFlow flow) {
    return List.of();
  }

  /** All functions that a body may run of those that were put away before. */
  default List<MethodInfo> stored(MethodBody body) {
    return List.of();
  }

  /** The functions that a final field holds from the beginning. */
  default List<MethodInfo> held(FieldRef field) {
    return List.of();
  }

  /** Whether a field is written once. */
  default boolean fixed(FieldRef field) {
    return false;
  }

  /** Whether a method has no body of its own: which one runs depends on the object. */
  default boolean open(MethodRef method) {
    return false;
  }

  /** Whether no subclass gives another answer than {@code boolean expired() { return false; }}. */
  default boolean settled(MethodInfo method) {
    return method.has(Modifier.PRIVATE) || method.has(Modifier.FINAL) || method.isStatic();
  }

  /** Function objects that a reached call is given. */
  default List<Handoffs.Handoff> handoffs(Op.Call call, int n, MethodFlow flow) {
    return List.of();
  }

  /** The receiver of a call; {@code null} when there is none. */
  static Sym receiver(Op.Call call, int n, MethodFlow flow) {
    Sym[] args = flow.args(n);
    return call.dispatch() != Op.Dispatch.STATIC && args.length > 0 ? args[0] : null;
  }

  /** What is known of a method so far. */
  Summary summary(MethodRef method);

  /** The place that a guard expression names, seen from inside {@code method}. */
  Optional<Lock> guard(String expression, MethodRef method);
}
