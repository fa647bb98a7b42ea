package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Operands;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/**
 * Fixed values of which a test of the old one chooses the next: {@code next = switch (state.get())
 * { case NEW -> RUNNING; default -> STOPPED; }}.
 */
final class ChosenValues {
  private final MethodFlow flow;
  private final FieldUses uses;
  private Map<Value, List<Made>> makers;

  /** One operation that makes a value: in which block, of something fixed, or of what it copies. */
  private record Made(int block, boolean fixed, Value from) {}

  ChosenValues(MethodFlow flow, FieldUses uses) {
    this.flow = flow;
    this.uses = uses;
  }

  /** Whether what a read found decides which of several fixed values is written. */
  boolean chosen(Access read, Access write) {
    return (write.via().isEmpty() || passes(write)) && given(read, write);
  }

  /** {@code setState(next)}: the helper writes what it is given last, and nothing else. */
  private boolean passes(Access write) {
    Sym[] args = flow.args(write.op());
    return write.via().size() == 1
        && args.length > 0
        && write.value() != null
        && write.value().equals(args[args.length - 1]);
  }

  /** The same of what is written or what the call that leads there is given last. */
  boolean given(Access read, Access write) {
    Value value = written(flow.op(write.op()));
    return value != null && chosen(value, read.op(), 2);
  }

  private static Value written(Op op) {
    if (op instanceof Op.Write w) {
      return w.value();
    }
    List<Value> args = op instanceof Op.Call call ? call.args() : List.of();
    return args.size() > 1 ? args.get(args.size() - 1) : null;
  }

  private boolean chosen(Value value, int read, int depth) {
    BitSet ways = new BitSet();
    boolean passed = false;
    for (Made made : makers().getOrDefault(value, List.of())) {
      if (made.fixed()) {
        ways.set(made.block());
      } else if (made.from() != null && depth > 0) {
        passed |= chosen(made.from(), read, depth - 1);
      } else {
        return false;
      }
    }
    return passed || ways.cardinality() > 1 && decides(read, ways);
  }

  /** All that make a value, found in one run through the method for all questions. */
  private Map<Value, List<Made>> makers() {
    if (makers == null) {
      makers = new HashMap<>();
      flow.replay(
          (op, n, at) -> {
            Value made = Operands.made(op);
            if (made != null) {
              Value from = op instanceof Op.Copy c && c.from().size() == 1 ? c.from().get(0) : null;
              boolean fixed =
                  op instanceof Op.Read r && fixed(r) || from != null && fixed(at.sym(from));
              makers
                  .computeIfAbsent(made, m -> new ArrayList<>())
                  .add(new Made(flow.blockOf(n), fixed, from));
            }
          });
    }
    return makers;
  }

  /** Whether one outcome leads to some of the ways and not to others. */
  private boolean decides(int read, BitSet ways) {
    for (Decisions.Decision d : new Decisions(flow, read).all()) {
      BitSet rest = (BitSet) ways.clone();
      rest.andNot(d.region());
      if (!rest.isEmpty() && !rest.equals(ways)) {
        return true;
      }
    }
    return false;
  }

  private boolean fixed(Op.Read read) {
    return read.slot().base().isEmpty() && constant(read.slot().field());
  }

  private boolean fixed(Sym given) {
    return given instanceof Sym.Lit
        || given instanceof Sym.At at
            && at.place().root() instanceof Root.Static
            && at.place().field().filter(this::constant).isPresent();
  }

  private boolean constant(FieldRef field) {
    return uses.info(field).filter(f -> f.has(Modifier.FINAL)).isPresent();
  }
}
