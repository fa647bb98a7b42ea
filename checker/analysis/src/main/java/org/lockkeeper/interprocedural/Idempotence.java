package org.lockkeeper.interprocedural;

import java.util.List;
import java.util.regex.Pattern;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;

/** Calls that others do not notice when they are made twice: they look, log or set flags. */
public final class Idempotence {
  /** How loggers are called by convention. */
  private static final Pattern LOG =
      Pattern.compile("(M|Debug|Abstract)?Log(ger|Builder|Writer)?|.*Logger");

  /** Methods that only look, by the conventions of the language. */
  private static final Pattern LOOKS =
      Pattern.compile(
          "(get|is|to|has|contains)[A-Z].*|contains|equals|equalsIgnoreCase|size|startsWith|endsWith"
              + "|min|max|abs|toString|valueOf|format|formatted|length|<init>|name|append");

  /** Longest chain of helpers, and largest helper, that is looked through. */
  private static final int MAX_DEPTH = 3;

  private static final int MAX_BLOCKS = 12;

  private final MethodFlow flow;

  Idempotence(MethodFlow flow) {
    this.flow = flow;
  }

  /** Whether to make the call twice is to make it once. */
  boolean of(Op.Call call) {
    return of(call, MAX_DEPTH);
  }

  /** Whether a body does nothing but what is idempotent and to clear or set flags. */
  private boolean of(MethodInfo method, int depth) {
    MethodBody body = method.body().orElse(null);
    if (body == null || depth == 0 || body.blocks().size() > MAX_BLOCKS || empty(body)) {
      return false;
    }
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        boolean fixed = !(op instanceof Op.Write w) || w.value() instanceof Value.Const;
        boolean locks = op instanceof Op.Enter || op instanceof Op.Exit;
        if (!fixed || locks || op instanceof Op.Call call && !of(call, depth)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Does nothing, as what is yet to be written. */
  public static boolean empty(MethodBody body) {
    return body.blocks().size() == 1 && body.blocks().get(0).ops().size() == 1;
  }

  private boolean of(Op.Call call, int depth) {
    if (looks(call) || flow.meaning(call.method()).idempotent()) {
      return true;
    }
    List<MethodInfo> targets = flow.targets(call);
    return !targets.isEmpty() && targets.stream().allMatch(t -> of(t, depth - 1));
  }

  /** Logs, or only looks. */
  public static boolean looks(Op.Call call) {
    return LOG.matcher(MethodRef.simple(call.method().owner())).matches()
        || LOOKS.matcher(call.method().name()).matches();
  }
}
