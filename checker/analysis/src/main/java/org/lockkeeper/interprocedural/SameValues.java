package org.lockkeeper.interprocedural;

import java.util.List;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * Values that are equal because the same was asked for twice: {@code ids.contains(name.trim())},
 * then {@code ids.add(name.trim())}.
 */
public record SameValues(MethodFlow flow) {
  private static final int MAX_DEPTH = 3;
  private static final int MAX_BLOCKS = 12;

  /** Whether two values are equal, as far as one can tell. */
  public boolean same(Sym a, Sym b) {
    return CheckThenActs.sameValue(a, b) || same(a, b, MAX_DEPTH);
  }

  private boolean same(Sym a, Sym b, int depth) {
    if (a == null || b == null || depth == 0) {
      return false;
    }
    if (CheckThenActs.sameValue(a, b)) {
      return true;
    }
    if (a instanceof Sym.Calc x && b instanceof Sym.Calc y) {
      return x.operator().equals(y.operator()) && all(x.parts(), y.parts(), depth);
    }
    return a instanceof Sym.At x
        && b instanceof Sym.At y
        && x.place().path().equals(y.place().path())
        && again(x.place().root(), y.place().root(), depth);
  }

  private boolean all(List<Sym> a, List<Sym> b, int depth) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = same(a.get(i), b.get(i), depth);
    }
    return same;
  }

  private boolean again(Root a, Root b, int depth) {
    int first = made(a);
    int second = made(b);
    if (first < 0
        || second < 0
        || !(flow.op(first) instanceof Op.Call one)
        || !(flow.op(second) instanceof Op.Call two)
        || !one.method().equals(two.method())
        || !repeats(one, MAX_DEPTH)) {
      return false;
    }
    int from = one.method().isConstructor() ? 1 : 0;
    Sym[] x = flow.args(first);
    Sym[] y = flow.args(second);
    boolean same = x.length == y.length;
    for (int i = from; same && i < x.length; i++) {
      same = same(x[i], y[i], depth - 1);
    }
    return same;
  }

  private int made(Root root) {
    boolean joined = root instanceof Root.Unknown u && u.op() < 0;
    return joined ? -1 : flow.maker(root);
  }

  /** Gives the same for the same, by what is known of it, its name or its body. */
  private boolean repeats(Op.Call call, int depth) {
    Meaning meaning = flow.meaning(call.method());
    if (meaning.stores() || meaning.removes()) {
      return false;
    }
    String owner = call.method().owner();
    boolean one = call.dispatch() == Op.Dispatch.STATIC;
    boolean asks = !call.method().params().isEmpty();
    if (call.method().isConstructor()) {
      return flow.value(owner);
    }
    boolean text = !Primitives.is(call.method().returns());
    return meaning.finds().isPresent()
        || flow.is(owner, Fact.Trait.IMMUTABLE) && (asks || !one)
        || asks && (one && meaning.fresh() || call.method().name().equals("get"))
        || text && (asks || !one) && Idempotence.looks(call)
        || pure(flow.targets(call), depth - 1);
  }

  /** Bodies that only read and compute. */
  private boolean pure(List<MethodInfo> targets, int depth) {
    for (MethodInfo target : targets) {
      MethodBody body = depth == 0 ? null : target.body().orElse(null);
      if (body == null || body.blocks().size() > MAX_BLOCKS) {
        return false;
      }
      for (Block block : body.blocks()) {
        for (Op op : block.ops()) {
          boolean changes = op instanceof Op.Write || op instanceof Op.Enter;
          if (changes || op instanceof Op.Call call && !repeats(call, depth)) {
            return false;
          }
        }
      }
    }
    return !targets.isEmpty();
  }
}
