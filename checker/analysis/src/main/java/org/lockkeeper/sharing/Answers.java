package org.lockkeeper.sharing;

import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.ir.Op;

/** How what a test looks at reads in a message. */
public final class Answers {
  private Answers() {}

  /**
   * What a test looks at, as it reads in a message: the field or call itself, or what is asked of
   * the object found there, such as {@code latch.getCount()}.
   */
  public static String tested(CheckThenActs.Pair pair, MethodFlow flow) {
    Access check = pair.check();
    Sym left = pair.decision().left();
    int asked = left instanceof Sym.At at ? at.origin() : -1;
    if (element(check, asked)) {
      return "finds an element";
    }
    if (left instanceof Sym.Calc && check.call() == null && flow.dependsOn(left, check.op())) {
      boolean kind = ((Sym.Calc) left).operator().equals("instanceof");
      return kind ? check.target() + " instanceof (…)" : "(… " + check.target() + " …)";
    }
    if (asked < 0 || !(flow.op(asked) instanceof Op.Call call)) {
      return check.shown();
    }
    if (asked == check.op()) {
      boolean helper = !check.via().isEmpty();
      return helper ? call.method().name() + (plain(call) ? "()" : "(…)") : check.shown();
    }
    if (check.call() != null || !flow.dependsOn(left, check.op())) {
      return check.shown();
    }
    Sym on = Knowledge.receiver(call, asked, flow);
    boolean of = on != null && on.from(check.op());
    boolean plain = flow.args(asked).length <= (on == null ? 0 : 1);
    String name = call.method().name();
    return of
        ? check.target() + "." + name + (plain ? "()" : "(…)")
        : name + "(… " + check.target() + " …)";
  }

  /** Whether what decides is asked of an element that the check came by. */
  private static boolean element(Access check, int asked) {
    return check.kind() == Access.Kind.ITERATE && asked != check.op();
  }

  private static boolean plain(Op.Call call) {
    return call.method().params().isEmpty();
  }

  /** Whether the decision compares what the test looks at, and not what was worked out from it. */
  public static boolean compares(CheckThenActs.Pair pair, MethodFlow flow) {
    Access check = pair.check();
    Sym left = pair.decision().left();
    int asked = left instanceof Sym.At at ? at.origin() : -1;
    boolean answer = pair.decision().right() instanceof Sym.Lit l && l.value() instanceof Boolean;
    if (element(check, asked)) {
      return false;
    }
    if (!answer || asked == check.op()) {
      return true;
    }
    boolean other = asked >= 0 && flow.op(asked) instanceof Op.Call;
    String type = check.call() == null ? check.target().type() : check.call().returns();
    return other && check.call() == null && flow.dependsOn(left, check.op())
        || left instanceof Sym.At && (type.equals("boolean") || type.equals("java.lang.Boolean"));
  }
}
