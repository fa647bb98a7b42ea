package org.lockkeeper.interprocedural;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;

/** What of a helper runs when it is given constants: {@code put(key, old, fresh, false)}. */
public final class GivenConstants {
  private final MethodBody body;
  private final Map<Value, Object> known = new HashMap<>();

  /** For a call; the receiver of an instance method comes first. */
  public GivenConstants(MethodBody body, Sym[] args) {
    this.body = body;
    for (int i = 0; i < args.length && i < body.params().size(); i++) {
      if (decides(args[i])) {
        known.put(body.params().get(i), number(((Sym.Lit) args[i]).value()));
      }
    }
    for (Block block : known.isEmpty() ? List.<Block>of() : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Copy copy) {
          known.remove(copy.to());
        }
      }
    }
  }

  /** Whether an argument is a constant by which methods are told what to do. */
  static boolean decides(Sym argument) {
    return argument instanceof Sym.Lit l
        && (l.value() == null || l.value() instanceof Boolean || l.value() instanceof Integer);
  }

  /** Class files have numbers for truth. */
  private static Object number(Object constant) {
    return constant instanceof Boolean b ? (Object) (b ? 1 : 0) : constant;
  }

  /** Operations that do not run, by number. */
  public BitSet skipped() {
    BitSet skipped = new BitSet();
    if (!known.isEmpty()) {
      BitSet reached = reached();
      int n = 0;
      for (Block block : body.blocks()) {
        skipped.set(n, n + block.ops().size(), !reached.get(block.index()));
        n += block.ops().size();
      }
    }
    return skipped;
  }

  private BitSet reached() {
    return Ways.from(body, new int[] {0}, at -> true, b -> Ways.all(b, this::open));
  }

  private boolean open(Op.Test test) {
    if (!known.containsKey(test.left()) || !(test.right() instanceof Value.Const c)) {
      return true;
    }
    boolean same = Objects.equals(known.get(test.left()), number(c.value()));
    return switch (test.relation()) {
      case EQ -> same;
      case NE -> !same;
      default -> true;
    };
  }
}
