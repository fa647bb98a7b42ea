package org.lockkeeper.flow;

import java.util.List;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;

/** The values that an operation mentions. */
public final class Operands {
  private Operands() {}

  /** The variable that it assigns; {@code null} for none. */
  public static Value.Var made(Op op) {
    if (op instanceof Op.Copy c) {
      return c.to();
    } else if (op instanceof Op.New n) {
      return n.to();
    } else if (op instanceof Op.Read r) {
      return r.to();
    }
    return op instanceof Op.Call c ? c.to().orElse(null) : null;
  }

  /** What it reads. */
  public static List<Value> used(Op op) {
    if (op instanceof Op.Copy c) {
      return c.from();
    } else if (op instanceof Op.New n) {
      return n.function().map(Op.Function::captures).orElse(List.of());
    } else if (op instanceof Op.Read r) {
      return slot(r.slot(), null);
    } else if (op instanceof Op.Write w) {
      return slot(w.slot(), w.value());
    } else if (op instanceof Op.Call c) {
      return c.args();
    } else if (op instanceof Op.Enter e) {
      return List.of(e.lock());
    } else if (op instanceof Op.Exit e) {
      return List.of(e.lock());
    } else if (op instanceof Op.Test t) {
      return List.of(t.left(), t.right());
    } else if (op instanceof Op.Return r) {
      return r.value().map(List::of).orElse(List.of());
    }
    return List.of();
  }

  private static List<Value> slot(Op.Slot slot, Value value) {
    List<Value> all = new java.util.ArrayList<>(3);
    slot.base().ifPresent(all::add);
    slot.index().ifPresent(all::add);
    if (value != null) {
      all.add(value);
    }
    return all;
  }
}
