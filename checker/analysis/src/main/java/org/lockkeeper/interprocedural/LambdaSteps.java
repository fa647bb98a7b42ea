package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * What a lambda puts somewhere, in terms that whoever runs it can follow: what a call answers is
 * made of its arguments.
 */
final class LambdaSteps {
  private static final int MAX_CALLS = 2;

  private final MethodFlow flow;
  private final List<Access> accesses;

  LambdaSteps(MethodFlow flow, List<Access> accesses) {
    this.flow = flow;
    this.accesses = accesses;
  }

  Access portable(Access a) {
    boolean puts = flow.method().isLambda() && a.changes() && a.via().isEmpty();
    return puts ? a.putting(made(a.value(), MAX_CALLS)) : a;
  }

  private Sym made(Sym value, int depth) {
    if (value instanceof Sym.Calc calc) {
      return new Sym.Calc(calc.operator(), made(calc.parts(), depth), calc.origin());
    }
    if (depth > 0 && value instanceof Sym.At at && called(at)) {
      int call = ((Root.Unknown) at.place().root()).op();
      return new Sym.Calc("()", given(Arrays.asList(flow.args(call)), depth - 1), call);
    }
    return value;
  }

  private boolean called(Sym.At at) {
    return at.place().path().isEmpty()
        && at.place().root() instanceof Root.Unknown u
        && u.op() >= 0
        && flow.op(u.op()) instanceof Op.Call;
  }

  /** What is passed on of the lambda's own parameters; fields stay where they are. */
  private List<Sym> given(List<Sym> args, int depth) {
    List<Sym> all = new ArrayList<>();
    for (Sym arg : args) {
      boolean field = arg instanceof Sym.At at && Sym.parameter(at) < 0 && !called(at);
      all.add(field ? null : made(arg, depth));
    }
    return Collections.unmodifiableList(all);
  }

  private List<Sym> made(List<Sym> parts, int depth) {
    List<Sym> all = new ArrayList<>();
    parts.forEach(p -> all.add(made(p, depth)));
    return Collections.unmodifiableList(all);
  }

  /** {@code replace(key, next)}: one step, but over whatever is there by then. */
  boolean overwrites(Access a) {
    boolean sets =
        flow.method().isLambda()
            && a.kind() == Kind.ACT
            && a.keyed()
            && a.call().params().size() == 2
            && made(a.value(), MAX_CALLS) instanceof Sym.Calc;
    return sets
        && accesses.stream()
            .anyMatch(
                c -> c.op() == a.op() && c.kind() == Kind.CHECK && c.present() == When.ALWAYS);
  }
}
