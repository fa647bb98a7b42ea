package org.lockkeeper.checks;

import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.sharing.Answers;

/** How tests and actions are written in the steps of an interleaving. */
final class Spelling {
  private Spelling() {}

  /** A test and what it finds: {@code get(key) = null}, {@code last == 0}. */
  static String test(CheckThenActs.Pair pair, MethodFlow flow) {
    String tested = Answers.tested(pair, flow);
    boolean variable = !tested.endsWith(")");
    return Answers.compares(pair, flow) ? tested + outcome(pair.decision(), variable) : tested;
  }

  /**
   * What a decision says of the tested value: {@code = false}.
   *
   * @param variable whether that is a variable, of which {@code =} would tell a write
   */
  private static String outcome(Decisions.Decision d, boolean variable) {
    String right = constant(d.right());
    return switch (d.test().relation()) {
      case EQ -> (variable ? " == " : " = ") + right;
      case NE -> " != " + right;
      case LT -> " < " + right;
      case LE -> " <= " + right;
      case GT -> " > " + right;
      case GE -> " >= " + right;
    };
  }

  /**
   * An action as it reads in a message: {@code add(x)}, {@code last = null}, {@code set(true)}.
   *
   * @param stored what it writes or sets; {@code null} if it is no one value
   */
  static String done(Access act, Sym stored) {
    if (act.kind() == Access.Kind.WRITE) {
      return act.shown() + " = " + constant(stored);
    }
    boolean whole = act.call() != null && !act.keyed() && act.call().params().size() == 1;
    return whole ? act.verb() + "(" + constant(stored) + ")" : act.shown();
  }

  /** A literal or constant; dots for what the program works out. */
  private static String constant(Sym value) {
    if (value instanceof Sym.Lit l) {
      return String.valueOf(l.value());
    }
    boolean global = value instanceof Sym.At at && at.place().isGlobal();
    return global ? ((Sym.At) value).place().toString() : "…";
  }
}
