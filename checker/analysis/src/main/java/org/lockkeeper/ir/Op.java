package org.lockkeeper.ir;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.Value.Var;

/**
 * One operation. There are nine. {@code Lock.lock()}, wait, yield and submit are calls: what they
 * mean is a fact. Operations that may complete abruptly hand their block's handlers the state
 * before them.
 */
public sealed interface Op {

  /** Where it stands. */
  Site site();

  /**
   * {@code to} becomes {@code from}, or is computed from several values.
   *
   * @param operator empty for a plain move; {@code cast}; else the Java operator ({@code +}, {@code
   *     <<}, {@code instanceof}, {@code concat}, {@code length}, {@code cmp}, {@code catch} with no
   *     operand for the caught exception)
   */
  record Copy(Var to, String operator, List<Value> from, Site site) implements Op {}

  /**
   * {@code to} becomes a fresh object or array of exactly {@code type}; the constructor call
   * follows as a {@link Call}. For a lambda or method reference {@code type} is the functional
   * interface and {@code function} says what runs.
   */
  record New(Var to, String type, Optional<Function> function, Site site) implements Op {}

  /** {@code to} becomes the content of a field or array element. */
  record Read(Var to, Slot slot, Site site) implements Op {}

  /** A field or array element becomes {@code value}. */
  record Write(Slot slot, Value value, Site site) implements Op {}

  /**
   * A call. {@code args} starts with the receiver unless {@code STATIC}.
   *
   * @param to absent for {@code void}
   */
  record Call(Optional<Var> to, MethodRef method, Dispatch dispatch, List<Value> args, Site site)
      implements Op {}

  /** Monitor enter (JVMS 6.5). */
  record Enter(Value lock, Site site) implements Op {}

  /** Monitor exit; one stands on every way out of {@code synchronized}. */
  record Exit(Value lock, Site site) implements Op {}

  /** A condition known to hold; stands on edges and as {@code assert}-free guards only. */
  record Test(Value left, Relation relation, Value right, Site site) implements Op {}

  /**
   * Leaves the method; ends its block.
   *
   * @param value absent for {@code void}
   * @param thrown whether {@code value} is thrown; with handlers in the block it goes there first
   */
  record Return(Optional<Value> value, boolean thrown, Site site) implements Op {}

  /**
   * What a function object runs.
   *
   * @param target a lambda's synthetic body (captured variables come first) or the referenced
   *     method
   * @param captures values for the leading parameters, the receiver first where {@code target} is
   *     an instance method with a bound receiver
   * @param body whether {@code target} is a lambda body of the same class
   */
  record Function(MethodRef target, Dispatch dispatch, List<Value> captures, boolean body) {}

  /**
   * A field or array element.
   *
   * @param base absent for a static field
   * @param index for {@link FieldRef#ELEMENT} only
   */
  record Slot(Optional<Value> base, FieldRef field, Optional<Value> index) {}

  /** How the called method is found (JVMS 6.5 invoke instructions). */
  enum Dispatch {
    STATIC,
    /** Constructor, private or {@code super} call: no overriding. */
    SPECIAL,
    VIRTUAL
  }

  /** A comparison; booleans compare with {@link Value.Const#TRUE} or {@code FALSE} by EQ. */
  enum Relation {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE;

    /** The relation that holds when this one does not. */
    public Relation negated() {
      return switch (this) {
        case EQ -> NE;
        case NE -> EQ;
        case LT -> GE;
        case LE -> GT;
        case GT -> LE;
        case GE -> LT;
      };
    }
  }
}
