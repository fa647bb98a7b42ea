package org.lockkeeper.interprocedural;

import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;

/** Keys that each thread has for itself. */
public final class ThreadKeys {
  private ThreadKeys() {}

  /** Whether the key is the thread that runs the method, or what that one is known by. */
  public static boolean own(Sym key, MethodFlow flow) {
    int maker = Dispatch.maker(key);
    boolean thread =
        maker >= 0
            && flow.op(maker) instanceof Op.Call call
            && call.method().params().isEmpty()
            && call.dispatch() == Op.Dispatch.STATIC;
    int from = key instanceof Sym.At at ? at.origin() : -1;
    if (thread || !(from >= 0 && from < flow.ops() && flow.op(from) instanceof Op.Call of)) {
      return thread;
    }
    Sym[] args = flow.args(from);
    boolean boxed = of.dispatch() == Op.Dispatch.STATIC && of.method().name().equals("valueOf");
    return args.length == 1 && (Confinement.runs(args[0], flow) || boxed && own(args[0], flow));
  }
}
