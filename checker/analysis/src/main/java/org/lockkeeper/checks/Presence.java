package org.lockkeeper.checks;

import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.ir.Op.Relation;

/** Decisions that act on what is there, where one call would act only on what is not. */
final class Presence {
  private Presence() {}

  /** Says which call does both steps, where there is one. */
  static String advice(CheckThenActs.Pair pair, String container, String method) {
    return contradicts(pair, method)
        ? "change what is there in one call on `" + container + "`, or hold one lock around both"
        : "use `" + container + "." + method + "`, which does both in one step";
  }

  /** Whether a method, by its name for what is absent, does nothing where the step is taken. */
  private static boolean contradicts(CheckThenActs.Pair pair, String method) {
    Access check = pair.check();
    Decisions.Decision decision = pair.decision();
    boolean asked = decision.left() instanceof Sym.At at && at.origin() == check.op();
    if (!method.endsWith("IfAbsent") || !check.via().isEmpty() || !asked) {
      return false;
    }
    Relation relation = decision.test().relation();
    Object right = decision.right() instanceof Sym.Lit l ? l.value() : decision;
    boolean isNull = right == null || "null".equals(right.toString());
    boolean isTrue = "true".equals(String.valueOf(right));
    boolean isFalse = "false".equals(String.valueOf(right));
    return check.present() == When.IF_NOT_NULL && isNull && relation == Relation.NE
        || check.present() == When.IF_TRUE
            && (isTrue && relation == Relation.EQ || isFalse && relation == Relation.NE);
  }
}
