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
    boolean other = asked >= 0 && asked != check.op() && flow.op(asked) instanceof Op.Call;
    if (!other || check.call() != null || !flow.dependsOn(left, check.op())) {
      return check.shown();
    }
    Op.Call call = (Op.Call) flow.op(asked);
    Sym on = Knowledge.receiver(call, asked, flow);
    boolean of = on != null && on.from(check.op());
    boolean plain = flow.args(asked).length <= (on == null ? 0 : 1);
    String name = call.method().name();
    return of
        ? check.target() + "." + name + (plain ? "()" : "(…)")
        : name + "(… " + check.target() + " …)";
  }
}
