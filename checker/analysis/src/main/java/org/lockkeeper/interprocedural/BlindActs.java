package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.ir.Op;

/**
 * What a method does to shared state blindly: actions that it tests for or heeds itself are its own
 * affair, unless it throws when the test fails. To the others its callers' tests matter.
 */
final class BlindActs {
  private final MethodFlow flow;
  private final List<Access> accesses;
  private final LambdaSteps steps;
  private final HeededActs acts;

  /** Of one solved method; {@code accesses} are all that it makes. */
  BlindActs(MethodFlow flow, List<Access> accesses) {
    this.flow = flow;
    this.accesses = accesses;
    this.steps = new LambdaSteps(flow, accesses);
    this.acts = new HeededActs(flow, accesses);
  }

  /** As callers see them. */
  List<Access> all() {
    List<Access> out = new ArrayList<>();
    Set<Integer> decided = decided();
    for (Access a : accesses) {
      boolean own =
          heeded(a)
              || decided.contains(a.op())
              || SplitSections.expects(flow, a, accesses)
              || goesThrough(a)
              || sweeps(a);
      boolean container = a.call() != null && a.kind() != Access.Kind.CHECK;
      boolean useful = container || a.kind() == Access.Kind.WRITE;
      boolean seen = !a.owned() && Summarizer.portable(a.target());
      if (!own && useful && seen && out.size() < Summary.MAX) {
        out.add(steps.portable(a));
      }
    }
    return List.copyOf(out);
  }

  private Set<Integer> decided() {
    Set<Integer> decided = new HashSet<>();
    Harmless harmless = new Harmless(flow);
    for (CheckThenActs.Pair pair : new CheckThenActs(flow, accesses).all()) {
      boolean tests = Decisions.tested(flow, pair.check().op());
      if (tests && !harmless.refuses(pair.decision())) {
        decided.add(pair.act().op());
      }
    }
    return decided;
  }

  private boolean goesThrough(Access a) {
    boolean element = a.kind() == Access.Kind.USE || a.kind() == Access.Kind.ACT;
    return element && acts.throughIterator(a) && AskedIterators.decide(a, flow);
  }

  /**
   * {@code all.forEach(this::close); all.clear()}, under one lock: empties what it went through.
   */
  private boolean sweeps(Access act) {
    boolean clears =
        act.kind() == Access.Kind.ACT && act.via().isEmpty() && !act.keyed() && act.call() != null;
    for (Access all : clears && flow.meaning(act.call()).removes() ? accesses : List.<Access>of()) {
      if (all.kind() == Access.Kind.ITERATE
          && all.op() < act.op()
          && CheckThenActs.sameContainer(all.target(), act.target())
          && SplitSections.sameSection(all, act)) {
        return true;
      }
    }
    return false;
  }

  private boolean heeded(Access a) {
    boolean step = a.atomic() && !steps.overwrites(a) && !blind(a);
    return a.call() != null && (step || !flow.branches(a.op()).isEmpty());
  }

  /** A step, all of whose effect is what it changes. */
  private boolean blind(Access a) {
    boolean dropped = flow.op(a.op()) instanceof Op.Call c && flow.drops(c, a.op());
    return acts.blind(a) && (!a.via().isEmpty() || dropped);
  }
}
