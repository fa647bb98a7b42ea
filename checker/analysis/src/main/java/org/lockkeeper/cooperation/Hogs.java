package org.lockkeeper.cooperation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Hog;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Pipelines;
import org.lockkeeper.interprocedural.Scans;
import org.lockkeeper.interprocedural.Summarizer;
import org.lockkeeper.interprocedural.TripCounts;
import org.lockkeeper.interprocedural.TripCounts.Trip;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;

/**
 * Long loops of a method, its own and those of the helpers that it calls, that need not pass a
 * yield point.
 */
final class Hogs {
  /** Longest chain of helpers that a loop is followed through. */
  private static final int MAX_HELPERS = 3;

  private static final String INSIDE = "a loop inside a loop";

  private final MethodFlow flow;
  private final Knowledge knowledge;
  private final Effects effects;
  private final Handoffs handoffs;
  private final FieldUses uses;
  private final Scans scans;
  private final Rounds rounds;
  private final org.lockkeeper.facts.FactBook book;

  /** A linear loop of a helper. */
  private record Inner(int call, int block, int degree, Sym source, String why, Site site) {}

  Hogs(
      MethodFlow flow,
      Knowledge knowledge,
      org.lockkeeper.facts.FactBook book,
      Effects effects,
      Handoffs handoffs,
      FieldUses uses) {
    this.flow = flow;
    this.knowledge = knowledge;
    this.book = book;
    this.effects = effects;
    this.handoffs = handoffs;
    this.uses = uses;
    this.scans = new Scans(flow, book, uses);
    this.rounds = new Rounds(flow);
  }

  /** Outermost offenders first; a loop inside a reported one is not reported again. */
  List<Hog> in(String context) {
    Loops loops = new Loops(flow);
    Marks marks = marks(context);
    TripCounts counts = new TripCounts(flow, book, uses);
    List<Hog> found = new ArrayList<>();
    BitSet inside = new BitSet();
    List<Loops.Loop> open = new ArrayList<>();
    for (Loops.Loop loop : loops.all()) {
      boolean yields = !Loops.cycles(flow.body(), loop, marks.yields(), marks.throwing());
      if (yields && counts.of(loop).trip() == Trip.CONSTANT) {
        marks.yields().set(loop.head());
      }
    }
    for (Loops.Loop loop : loops.all()) {
      if (Loops.cycles(flow.body(), loop, marks.yields(), marks.throwing())) {
        open.add(loop);
      }
    }
    for (Loops.Loop loop : open) {
      TripCounts.Count count = counts.of(loop);
      if (count.trip() == Trip.UNBOUNDED) {
        found.add(Hog.endless(loop.site(), List.of(), count.reason(), count.sure()));
        inside.or(loop.blocks());
      } else if (count.trip() == Trip.LINEAR && !inside.get(loop.head())) {
        Cost inner = nested(loop, open, counts, marks);
        int degree = 1 + inner.degree();
        Sym source = exported(count.source());
        found.add(
            new Hog(false, degree, loop.site(), List.of(), inner.why(), source, true, inner.at()));
        if (inner.degree() > 0) {
          inside.or(loop.blocks());
        }
      }
    }
    found.addAll(marks.called());
    found.addAll(new OpenedPipelines(flow, book, scans).all());
    return found;
  }

  /** The costliest open loop inside that does not shrink as the outer one goes on. */
  private Cost nested(Loops.Loop outer, List<Loops.Loop> open, TripCounts counts, Marks marks) {
    Cost worst = Cost.NONE;
    for (Loops.Loop inner : open) {
      boolean within =
          inner != outer
              && outer.blocks().get(inner.head())
              && inner.blocks().cardinality() < outer.blocks().cardinality();
      if (within && again(outer, inner, counts, marks)) {
        int degree = 1 + nested(inner, open, counts, marks).degree();
        worst = worst.or(new Cost(degree, INSIDE, inner.site()));
      }
    }
    for (Inner call : marks.inner()) {
      if (repeated(call, outer)) {
        String why = call.why().isEmpty() ? INSIDE : call.why();
        worst = worst.or(new Cost(call.degree(), why, call.why().isEmpty() ? call.site() : null));
      }
    }
    return worst;
  }

  /** Whether the rounds of an outer loop each go through all that an inner one does. */
  private boolean again(Loops.Loop outer, Loops.Loop inner, TripCounts counts, Marks marks) {
    TripCounts.Count count = counts.of(inner);
    Set<Integer> changed = Loops.changed(flow, inner);
    return count.trip() == Trip.LINEAR
        && !rounds.share(count, outer, changed, Loops.changed(flow, outer))
        && Loops.unbroken(flow.body(), outer, inner, marks.yields())
        && !rounds.goesOn(outer, changed);
  }

  /** Whether each round goes through the same thing again. */
  private boolean repeated(Inner call, Loops.Loop outer) {
    return outer.blocks().get(call.block())
        && call.source() != null
        && !rounds.anew(call.source(), outer, Set.of())
        && !rounds.goesOn(outer, answer(call.call()));
  }

  private Set<Integer> answer(int call) {
    return flow.op(call) instanceof Op.Call c && c.to().isPresent()
        ? Set.of(c.to().get().index())
        : Set.of();
  }

  /** What callers can name. */
  private static Sym exported(Sym source) {
    return source instanceof Sym.At at && Summarizer.portable(at.place())
        ? new Sym.At(at.place(), -1)
        : null;
  }

  /**
   * What the operations of each block do.
   *
   * @param yields blocks that let others run or block
   * @param proper those of them that let others run
   * @param throwing those that may leave by an exception before they do
   */
  private record Marks(
      BitSet yields, BitSet proper, BitSet throwing, List<Hog> called, List<Inner> inner) {

    /** One long loop a call is enough. */
    boolean seen(Op.Call call) {
      for (Hog hog : called) {
        if (hog.via().get(0).site().equals(call.site())) {
          return true;
        }
      }
      return false;
    }
  }

  private Marks marks(String context) {
    Marks marks =
        new Marks(new BitSet(), new BitSet(), new BitSet(), new ArrayList<>(), new ArrayList<>());
    BitSet called = new BitSet();
    List<int[]> periodic = new ArrayList<>();
    Periods periods = new Periods(flow, knowledge, uses);
    flow.replay(
        new MethodFlow.Visitor() {
          @Override
          public void at(Op op, int n, Point at) {
            mark(op, n, at, context, marks, called);
          }

          @Override
          public void end(Block block, Point at) {
            for (Block.Edge e : block.next()) {
              if (e.test().isPresent()
                  && periods.is(e.test().get(), block.index(), e.target(), at)) {
                periodic.add(new int[] {block.index(), e.target()});
              }
            }
          }
        });
    for (int[] each : periodic) {
      if (marks.yields().get(each[1])) {
        marks.yields().set(each[0]);
      }
    }
    return marks;
  }

  private void mark(Op op, int n, Point at, String context, Marks marks, BitSet called) {
    if (op instanceof Op.Call call) {
      int block = flow.blockOf(n);
      boolean yields = effects.yields(call, n, flow, context) || runs(call, n, context);
      if (yields) {
        marks.proper().set(block);
      }
      if (yields || effects.blocking(call, n, flow, at).isPresent()) {
        marks.yields().set(block);
        if (called.get(block)) {
          marks.throwing().set(block);
        }
      } else {
        for (Sym source : paced(call, n, context) ? List.<Sym>of() : scans.of(call, n)) {
          String why = Scans.why(call, source);
          marks.inner().add(new Inner(n, block, 1, source, why, call.site()));
          if (flow.method().isLambda() && exported(source) != null) {
            Sym named = exported(source);
            marks
                .called()
                .add(new Hog(false, 1, call.site(), itself(call), why, named, true, null));
          }
        }
        helpers(call, n, at, context, marks);
      }
      called.set(block);
    }
  }

  /** A function object is called that lets others run. */
  private boolean runs(Op.Call call, int n, String context) {
    boolean all = false;
    for (Handoffs.Handoff h : handoffs.of(call, n, flow)) {
      if (h.position() == Target.THIS && !h.later()) {
        if (!effects.of(h.target().ref()).yields() && !effects.yields(h.target().ref(), context)) {
          return false;
        }
        all = true;
      }
    }
    return all;
  }

  private void helpers(Op.Call call, int n, Point at, String context, Marks marks) {
    Terms terms = new Terms(flow.args(n), call.dispatch() != Op.Dispatch.STATIC);
    for (MethodInfo target :
        turns(call) ? List.<MethodInfo>of() : knowledge.bodies(call, n, flow)) {
      for (Hog hog : effects.of(target.ref()).hogs(context)) {
        through(hog, call, target.ref(), marks);
        Sym source = hog.source() == null ? null : terms.sym(hog.source(), n);
        boolean grows = source instanceof Sym.At from && Scans.grows(from.place(), uses);
        if (!hog.unbounded() && hog.degree() == 1 && grows) {
          marks.inner().add(new Inner(n, flow.blockOf(n), 1, source, "", hog.site()));
        }
      }
    }
    for (MethodInfo stored : knowledge.stored(call, n, flow)) {
      effects.of(stored.ref()).hogs(context).forEach(h -> through(h, call, stored.ref(), marks));
    }
    functions(call, n, context, marks);
  }

  /**
   * Whether it is one of an executor that runs one task after the other: from a task of its own the
   * call comes back at once, and other tasks are looked at where they are handed over.
   */
  private boolean turns(Op.Call call) {
    return !book.ofType(Fact.Serial.class, call.method().owner()).isEmpty();
  }

  /** Function objects that the call runs, each once or in each round. */
  private void functions(Op.Call call, int n, String context, Marks marks) {
    boolean iterates = book.says(Fact.Iterates.class, call.method());
    Pipelines pipelines = new Pipelines(book);
    int rounds = iterates && !pipelines.brief(n, flow) ? 1 : 0;
    boolean drawn = iterates && drawn(n);
    if (drawn || iterates && pipelines.endless(n, flow)) {
      String why = drawn ? "others may add as fast as it is drained" : "the stream has no end";
      marks.called().add(Hog.endless(call.site(), itself(call), why, true));
      return;
    }
    List<Handoffs.Handoff> run = run(call, n, iterates);
    boolean paced = paced(call, n, context);
    for (Handoffs.Handoff h : run) {
      int turns = paces(h, context) ? 0 : rounds;
      Cost worst = h.later() ? Cost.NONE : inside(h, turns, call, context, marks);
      if (!h.later() && worst.degree() + turns > 0 && !(paced && worst.degree() == 0)) {
        String why = worst.degree() > 0 && turns > 0 ? INSIDE : "";
        Sym all = worst.degree() == 0 ? through(call, n) : null;
        int degree = worst.degree() + turns;
        Site in = why.isEmpty() ? null : worst.at();
        marks.called().add(new Hog(false, degree, call.site(), itself(call), why, all, true, in));
      }
    }
  }

  /** The costliest loop of a function that is run so many times as there are elements, or once. */
  private Cost inside(Handoffs.Handoff h, int turns, Op.Call call, String context, Marks marks) {
    boolean scan = turns > 0 && scans.by(h);
    Cost worst = scan ? new Cost(1, "", call.site()) : Cost.NONE;
    for (Hog hog : effects.of(h.target().ref()).hogs(context)) {
      if (hog.unbounded()) {
        through(hog, call, h.target().ref(), marks);
      } else if (turns == 0 || hog.degree() > 1 || hog.again(h) && !scans.brief(hog, h)) {
        worst = worst.or(new Cost(hog.degree(), "", hog.site()));
      }
    }
    return worst;
  }

  /** Whether a function that the call runs lets others run, each time. */
  private boolean paced(Op.Call call, int n, String context) {
    return handoffs.of(call, n, flow).stream().anyMatch(h -> paces(h, context));
  }

  private boolean paces(Handoffs.Handoff h, String context) {
    return !h.later()
        && (effects.of(h.target().ref()).yields() || effects.yields(h.target().ref(), context));
  }

  private boolean drawn(int n) {
    return new Drawn(flow, knowledge, book, handoffs, uses).endless(n);
  }

  private static List<Summary.Via> itself(Op.Call call) {
    return List.of(new Summary.Via(call.site(), call.method()));
  }

  /** Functions that a call runs, and those of the operators before it when it ends a stream. */
  private List<Handoffs.Handoff> run(Op.Call call, int n, boolean iterates) {
    List<Handoffs.Handoff> all = new ArrayList<>(handoffs.of(call, n, flow));
    for (Pipelines.Stage s : iterates ? Pipelines.stages(n, flow) : List.<Pipelines.Stage>of()) {
      if (s.call().dispatch() != Op.Dispatch.STATIC) {
        all.addAll(handoffs.of(s.call(), s.number(), flow));
      }
    }
    return all;
  }

  /** What an iterating call goes through, where callers can name it. */
  private Sym through(Op.Call call, int n) {
    Sym receiver = Knowledge.receiver(call, n, flow);
    return receiver == null ? null : exported(scans.source(receiver));
  }

  /** A helper of the same source file is the author's to answer for. */
  private void through(Hog hog, Op.Call call, MethodRef callee, Marks marks) {
    boolean near = Dispatch.neighbours(callee.owner(), flow.method().ref().owner());
    boolean counts = hog.unbounded() ? hog.sure() || near : hog.degree() > 1;
    if (hog.via().size() < MAX_HELPERS && counts && !marks.seen(call)) {
      marks.called().add(hog.through(new Summary.Via(call.site(), callee)));
    }
  }

  /** Whether every way to an operation passes a yield point. */
  boolean yieldsBefore(int op, String context) {
    BitSet there = new BitSet();
    there.set(flow.blockOf(op));
    return !Ways.leads(flow.body(), 0, there, marks(context).proper());
  }

  /** Everything that callers need to know. */
  Effects.Effect effect(java.util.Set<String> families) {
    java.util.Map<String, List<Hog>> hogs = new java.util.TreeMap<>();
    for (String context : families) {
      hogs.put(context, in(context));
    }
    boolean yields = Loops.always(flow, marks("").proper());
    boolean virtual =
        families.contains("virtual-thread") && Loops.always(flow, marks("virtual-thread").yields());
    return new Effects.Effect(
        new FirstWait(flow, effects, handoffs).get().orElse(null), yields, virtual, hogs);
  }
}
