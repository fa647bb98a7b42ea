package org.lockkeeper.interprocedural;

import java.util.Set;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Loops that end at the latest when what they read ends, whatever they look for in it. */
final class Inputs {
  /** How methods are called that go on to the next piece. */
  private static final Set<String> VERBS = Set.of("read", "next");

  private final MethodFlow flow;
  private final FieldUses uses;

  Inputs(MethodFlow flow, FieldUses uses) {
    this.flow = flow;
    this.uses = uses;
  }

  /** Whether the answer of a call that ends a loop comes from an input. */
  boolean end(Op.Call call, int n, Op.Test test, Sym right, Loops.Loop loop, Set<Integer> changed) {
    return marked(test, right) || reads(call, n) || ofElement(n, loop, changed);
  }

  /** The number that is no index and no byte. */
  private static boolean marked(Op.Test test, Sym right) {
    boolean same = test.relation() == Relation.EQ || test.relation() == Relation.NE;
    return same && right instanceof Sym.Lit l && Integer.valueOf(-1).equals(l.value());
  }

  /** {@code reader.readBit()}: by one thread at a time, so nobody feeds it meanwhile. */
  private boolean reads(Op.Call call, int n) {
    Sym receiver = Knowledge.receiver(call, n, flow);
    if (!(receiver instanceof Sym.At at) || !verb(call.method().name())) {
      return false;
    }
    Set<Trait> traits = uses.traits(at.place(), flow);
    return !traits.contains(Trait.CONCURRENT)
        && (!traits.contains(Trait.THREAD_SAFE) || traits.contains(Trait.NOT_THREAD_SAFE));
  }

  private static boolean verb(String name) {
    return VERBS.stream().anyMatch(verb -> begins(name, verb));
  }

  private static boolean begins(String name, String verb) {
    int end = verb.length();
    return name.startsWith(verb)
        && (name.length() == end || Character.isUpperCase(name.charAt(end)));
  }

  /** {@code isWhitespace(text.charAt(i))}: asks about what stands at an index that goes on. */
  private boolean ofElement(int n, Loops.Loop loop, Set<Integer> changed) {
    for (Sym arg : flow.args(n)) {
      if (arg instanceof Sym.At at && (Parts.isElement(at.place()) || got(at, loop, changed))) {
        return true;
      }
    }
    return false;
  }

  private boolean got(Sym.At at, Loops.Loop loop, Set<Integer> changed) {
    boolean here =
        at.origin() >= 0
            && at.origin() < flow.ops()
            && loop.blocks().get(flow.blockOf(at.origin()));
    if (!here
        || !(flow.op(at.origin()) instanceof Op.Call get)
        || get.dispatch() == Op.Dispatch.STATIC) {
      return false;
    }
    for (Value v : get.args()) {
      if (v instanceof Var i && changed.contains(i.index()) && !TripCounts.reference(v)) {
        return true;
      }
    }
    return false;
  }
}
