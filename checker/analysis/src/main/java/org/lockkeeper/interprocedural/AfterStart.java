package org.lockkeeper.interprocedural;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;

/**
 * What a method goes on to do while a task that it has started may run: all that follows the start
 * (JLS 17.4.5 orders only what precedes it), until the method waits for anything.
 */
public final class AfterStart {
  /** What a thread waits for without waiting for another. */
  private static final Set<String> ALONE = Set.of("sleep", "lock");

  private final Flows flows;
  private final FieldUses uses;
  private final Function<MethodRef, Set<MethodRef>> reach;
  private final List<Beside> all = new ArrayList<>();

  /**
   * A task runs beside the rest of the method that has started it.
   *
   * @param ops of the method, after the start; none if another method starts it
   * @param from the operation that starts it; -1 if another method does
   * @param until operations that may follow before the method waits for tasks
   * @param calls methods of its class that these call
   * @param task what the task runs in its own class
   * @param object what the task runs on; {@code null} for a lambda's body
   */
  public record Beside(
      MethodFlow starter,
      BitSet ops,
      int from,
      BitSet until,
      Set<MethodRef> calls,
      Set<MethodRef> task,
      Place object,
      Site site) {

    /** Whether one of two tasks of a method is waited for before it starts the other. */
    public boolean apart(Beside other) {
      return starter == other.starter
          && from >= 0
          && other.from >= 0
          && from != other.from
          && !until.get(other.from)
          && !other.until.get(from);
    }

    /** Whether the method may start it for the second time before it waits for the first. */
    public boolean again() {
      return from < 0 || until.get(from);
    }

    /** Whether the method may come to its end before it waits for the task. */
    public boolean left() {
      return from < 0 || until.stream().anyMatch(n -> starter.op(n) instanceof Op.Return);
    }

    boolean goesOn(MethodRef method, int op) {
      return calls.contains(method) || starter.method().ref().equals(method) && ops.get(op);
    }
  }

  /**
   * @param reach a method, and those of its class that it calls
   */
  public AfterStart(Flows flows, FieldUses uses, Function<MethodRef, Set<MethodRef>> reach) {
    this.reach = reach;
    this.flows = flows;
    this.uses = uses;
  }

  /** Takes in a task that is handed to a thread or a pool, and tells what goes on beside it. */
  public Beside started(MethodFlow in, int op, Site site, Handoffs.Handoff h, Place object) {
    return startedBy(in, begun(in, op), site, h, object);
  }

  /** The same, where the operation itself starts the task. */
  public Beside startedBy(MethodFlow in, int from, Site site, Handoffs.Handoff h, Place object) {
    BitSet ops = from < 0 ? new BitSet() : after(in, from, n -> waits((Op.Call) in.op(n), in));
    BitSet until = from < 0 ? ops : after(in, from, n -> joins(n, in));
    Set<MethodRef> task = reach.apply(h.target().ref());
    Beside beside = new Beside(in, ops, from, until, called(in, ops), task, object, site);
    all.add(beside);
    return beside;
  }

  /** What may follow an operation that starts a task before the method waits for one. */
  public Beside until(MethodFlow in, int from) {
    return until(in, from, n -> joins(n, in));
  }

  /** The same, up to a call that waits for anything, in a helper as well. */
  public Beside untilWait(MethodFlow in, int from) {
    return until(in, from, n -> joins(n, in) || waits((Op.Call) in.op(n), in));
  }

  /**
   * What may follow an operation that starts a task before the method waits for it.
   *
   * @param others calls that wait for another task
   */
  public BitSet untilEnd(MethodFlow in, int from, IntPredicate others) {
    return after(in, from, n -> joins(n, in) && !others.test(n));
  }

  private Beside until(MethodFlow in, int from, IntPredicate waits) {
    BitSet until = after(in, from, waits);
    Set<MethodRef> none = Set.of();
    return new Beside(in, new BitSet(), from, until, none, none, null, in.op(from).site());
  }

  /** Whether a method may start a task for the second time before it waits for the first. */
  public boolean again(MethodFlow in, int op) {
    int from = begun(in, op);
    return from < 0 || after(in, from, n -> joins(n, in)).get(from);
  }

  /**
   * Whether the method waits for the task before it calls anything else or changes anything, as if
   * it had called it.
   */
  public boolean awaited(Beside task) {
    MethodFlow in = task.starter();
    BitSet seen = new BitSet();
    int n = task.from() + 1;
    int at = n > 0 ? in.blockOf(task.from()) : -1;
    while (at >= 0 && !seen.get(at)) {
      seen.set(at);
      Block block = in.body().blocks().get(at);
      for (int end = in.first(at) + block.ops().size(); n < end; n++) {
        if (in.op(n) instanceof Op.Call call) {
          return in.meaning(call.method()).joins() && own(Knowledge.receiver(call, n, in), task);
        }
        if (in.op(n) instanceof Op.Write) {
          return false;
        }
      }
      at = block.next().size() == 1 ? block.next().get(0).target() : -1;
      n = at < 0 ? n : in.first(at);
    }
    return false;
  }

  /** What starting the task gave, or the thread that was started. */
  private static boolean own(Sym awaited, Beside task) {
    Sym[] args = task.starter().args(task.from());
    return awaited instanceof Sym.At at
        && (at.origin() == task.from()
            || args.length > 0 && args[0] instanceof Sym.At t && t.place().equals(at.place()));
  }

  /** In the order of the program. */
  public List<Beside> all() {
    return all;
  }

  private Set<MethodRef> called(MethodFlow in, BitSet ops) {
    Set<MethodRef> called = new LinkedHashSet<>();
    in.calls(
        (call, n) -> {
          boolean self =
              ops.get(n)
                  && Knowledge.receiver(call, n, in) instanceof Sym.At at
                  && at.place().root() instanceof Root.This
                  && at.place().path().isEmpty();
          if (self) {
            flows.targets(call, null).forEach(m -> called.addAll(reach.apply(m.ref())));
          }
        });
    return called;
  }

  /** The call that starts it: a thread's is not the one that makes it. -1 if it is elsewhere. */
  public int begun(MethodFlow in, int op) {
    Op.Call call = (Op.Call) in.op(op);
    if (!call.method().isConstructor()) {
      return op;
    }
    int[] found = {-1};
    in.calls(
        (each, n) -> {
          Sym on = Knowledge.receiver(each, n, in);
          boolean same =
              on instanceof Sym.At at
                  && at.equals(in.args(op)[0])
                  && !each.method().isConstructor();
          found[0] = same && found[0] < 0 && starts(each, in) ? n : found[0];
        });
    return found[0];
  }

  /** Whether a call has its own object run later. */
  public static boolean starts(Op.Call call, MethodFlow in) {
    return in.meaning(call.method()).runs().stream()
        .anyMatch(r -> r.later() && r.what().position() == Target.THIS);
  }

  /** Operations that may follow, up to those that wait. */
  private BitSet after(MethodFlow in, int from, IntPredicate waits) {
    BitSet ops = new BitSet();
    BitSet seen = new BitSet();
    Deque<Integer> work = new ArrayDeque<>();
    int block = in.blockOf(from);
    List<BitSet> joining = joining(in, block);
    through(in, block, from + 1, waits, ops, work, joining);
    while (!work.isEmpty()) {
      int next = work.poll();
      if (!seen.get(next)) {
        seen.set(next);
        through(in, next, in.first(next), waits, ops, work, joining);
      }
    }
    return ops;
  }

  /**
   * {@code for (Thread each : started) each.join()}: who has started any is past it when they have
   * come to their end.
   */
  private List<BitSet> joining(MethodFlow in, int started) {
    List<BitSet> all = new ArrayList<>();
    for (Loops.Loop loop : new Loops(in).all()) {
      boolean[] joins = new boolean[1];
      if (!loop.blocks().get(started)) {
        in.calls((call, n) -> joins[0] |= loop.blocks().get(in.blockOf(n)) && joins(n, in));
      }
      if (joins[0]) {
        all.add(loop.blocks());
      }
    }
    return all;
  }

  private void through(
      MethodFlow in,
      int block,
      int from,
      IntPredicate waits,
      BitSet ops,
      Deque<Integer> work,
      List<BitSet> joining) {
    Block at = in.body().blocks().get(block);
    int end = in.first(block) + at.ops().size();
    for (int n = from; n < end; n++) {
      if (in.op(n) instanceof Op.Call && waits.test(n)) {
        return;
      }
      ops.set(n);
    }
    for (Block.Edge e : at.next()) {
      if (joining.stream().noneMatch(l -> l.get(block) && !l.get(e.target()))) {
        work.add(e.target());
      }
    }
  }

  /** Whether a call waits for another thread. */
  public boolean waits(Op.Call call, MethodFlow in) {
    if (blocks(call.method())) {
      return true;
    }
    boolean[] found = new boolean[1];
    for (MethodInfo target : in.targets(call)) {
      flows
          .flow(target.ref())
          .ifPresent(f -> f.calls((inner, n) -> found[0] |= blocks(inner.method())));
    }
    return found[0];
  }

  /** What the method was given is nothing that it has started itself. */
  private boolean joins(int n, MethodFlow in) {
    Op.Call call = (Op.Call) in.op(n);
    boolean given =
        Knowledge.receiver(call, n, in) instanceof Sym.At on
            && on.place().root() instanceof Root.Param
            && on.place().path().isEmpty();
    return !(given
            && flows.book().all(Fact.Blocks.class, call.method()).stream()
                .allMatch(b -> b.kind().equals("future")))
        && in.meaning(call.method()).joins();
  }

  private boolean blocks(MethodRef method) {
    return flows.book().all(Fact.Blocks.class, method).stream()
        .anyMatch(b -> !ALONE.contains(b.kind()));
  }

  /**
   * Why an operation on a field runs beside another that changes it: one of a task, the other of
   * the method that has started the task.
   */
  public Optional<String> reason(FieldRef field, Place place, MethodFlow flow, int op) {
    for (Beside b : all) {
      String line = " (line " + b.site().line() + ")";
      if (b.goesOn(flow.method().ref(), op) && own(place) && changes(field, b)) {
        return Optional.of("the task that is started before" + line + " changes it, too");
      }
      if (b.task().contains(flow.method().ref()) && same(place, b) && changedAfter(field, b)) {
        String starter = b.starter().method().ref().name();
        return Optional.of("`" + starter + "` changes it, too, after it starts the task" + line);
      }
    }
    return Optional.empty();
  }

  private boolean changes(FieldRef field, Beside b) {
    for (FieldUses.Use use : uses.of(field)) {
      if (use.access().changes()
          && !use.access().owned()
          && b.task().contains(use.method())
          && same(use.access().target(), b)) {
        return true;
      }
    }
    return false;
  }

  private boolean changedAfter(FieldRef field, Beside b) {
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      if (b.goesOn(use.method(), a.op()) && a.changes() && !a.owned() && own(a.target())) {
        return true;
      }
    }
    return false;
  }

  /** A field of the object itself, or a static one. */
  public static boolean own(Place place) {
    return place.root() instanceof Root.Static
        || place.root() instanceof Root.This && place.path().size() == 1;
  }

  /** Whether the task's place belongs to the object whose method has started it. */
  public static boolean same(Place place, Beside b) {
    if (place.root() instanceof Root.Static) {
      return true;
    }
    boolean outer = place.path().size() == 2 && place.path().get(0).outer();
    boolean self = b.object() != null && b.object().root() instanceof Root.This;
    boolean direct = b.object() == null || self && b.object().path().isEmpty();
    return place.root() instanceof Root.This && (outer || direct && own(place));
  }
}
