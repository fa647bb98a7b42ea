package org.lockkeeper.interprocedural;

import java.util.List;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.TripCounts.Count;
import org.lockkeeper.interprocedural.TripCounts.Trip;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** How often a loop goes round that ends when a call answers so. */
final class AnsweredLoops {
  /** Half a second in nanoseconds. */
  private static final long LONG_TURN = 500_000_000;

  /** The same in what clocks tell that are named after milliseconds. */
  private static final long LONG_TURN_MILLIS = 500;

  private final MethodFlow flow;
  private final FactBook book;
  private final FieldUses uses;

  AnsweredLoops(MethodFlow flow, FactBook book, FieldUses uses) {
    this.flow = flow;
    this.book = book;
    this.uses = uses;
  }

  /** The answer of a call ends the loop. */
  Count count(Op.Call call, int n, Op.Test test, Sym left, Sym right, Loops.Loop loop) {
    Sym result = flow.args(n).length > 0 ? flow.args(n)[0] : null;
    int made = optional(call, result, loop);
    if (made < 0) {
      return answered(call, n, test, left, right, loop);
    }
    boolean yes = right instanceof Sym.Lit l && Boolean.TRUE.equals(l.value());
    boolean found = call.method().name().equals("isEmpty") != yes;
    Relation to = found == (test.relation() == Relation.EQ) ? Relation.NE : Relation.EQ;
    Op.Test asks = new Op.Test(test.left(), to, Value.Const.NULL, test.site());
    return answered((Op.Call) flow.op(made), made, asks, result, new Sym.Lit(null), loop);
  }

  private Count answered(Op.Call call, int n, Op.Test test, Sym left, Sym right, Loops.Loop loop) {
    Sym[] args = flow.args(n);
    Sym receiver = args.length > 0 ? args[0] : null;
    String name = "`" + call.method().name() + "`";
    boolean order = test.relation() != Relation.EQ && test.relation() != Relation.NE;
    if (!loop.blocks().get(flow.blockOf(n))) {
      return order
          ? new Count(Trip.LINEAR, receiver, "")
          : new Count(Trip.UNBOUNDED, receiver, name + " decides");
    }
    if (book.says(Fact.Atomic.class, call.method()) && !(order && removes(call))) {
      boolean spins = !order && args.length > 1 && !renewed(args, loop);
      return spins
          ? new Count(Trip.UNBOUNDED, receiver, name + " waits for another thread", true)
          : new Count(Trip.LINEAR, receiver, "");
    }
    if (order && args.length == 0 && !budget(left, call) && !budget(right, call)) {
      return new Count(Trip.UNBOUNDED, receiver, "it passes the time");
    }
    boolean asks =
        book.says(Fact.Checks.class, call.method()) || book.says(Fact.Acts.class, call.method());
    Place place = receiver instanceof Sym.At at ? at.place() : null;
    if (asks && place != null) {
      return asked(call, args, order && !(right instanceof Sym.Lit), loop);
    }
    boolean progress = call.method().name().startsWith("has") && place != null;
    boolean iterates = call.method().name().equals("hasNext");
    if (iterates && Scans.small(base(receiver), flow, book, uses)) {
      return new Count(Trip.CONSTANT, null, "");
    }
    if (order && !comesDown(call) || progress || advances(call, loop)) {
      Sym all = iterates ? base(receiver) : null;
      return new Count(Trip.LINEAR, all, iterates ? receiver : null, "", true);
    }
    if (input(call, n, test, right, loop) || place != null && owned(place) || local(place, loop)) {
      return new Count(Trip.LINEAR, null, "");
    }
    return new Count(Trip.UNBOUNDED, receiver, name + " decides when it ends");
  }

  /** The call in the loop whose result is asked whether there is anything in it; -1 for others. */
  private int optional(Op.Call call, Sym receiver, Loops.Loop loop) {
    int made = TripCounts.origin(receiver);
    boolean asks =
        call.method().params().isEmpty()
            && call.method().returns().equals("boolean")
            && flow.works(call.method().owner(), Fact.Shape.OPTIONAL);
    return asks
            && made >= 0
            && flow.op(made) instanceof Op.Call
            && loop.blocks().get(flow.blockOf(made))
        ? made
        : -1;
  }

  /** Others bring it down to zero, which is what one may wait for. */
  private boolean comesDown(Op.Call call) {
    return book.all(Fact.Ready.class, call.method()).stream()
        .anyMatch(f -> f.when() == Fact.When.IF_ZERO);
  }

  /** A container is asked, or emptied. */
  private Count asked(Op.Call call, Sym[] args, boolean compared, Loops.Loop loop) {
    boolean number = call.to().map(v -> Primitives.is(v.type())).orElse(false);
    return numbered(call, args)
        ? new Count(Trip.LINEAR, args[0], "")
        : drained(args[0], ((Sym.At) args[0]).place(), !(compared && number), loop);
  }

  /** A search for a number, or a name with a number, that the container does not have yet. */
  private boolean numbered(Op.Call call, Sym[] args) {
    boolean number = args.length == 2 && !book.says(Fact.Acts.class, call.method());
    for (Sym leaf : number && args[1] != null ? args[1].leaves() : List.<Sym>of()) {
      if (leaf instanceof Sym.At at && Phi.isNumber(at.place())) {
        return true;
      }
    }
    return false;
  }

  private boolean input(Op.Call call, int n, Op.Test test, Sym right, Loops.Loop loop) {
    return uses.cursors(flow).ends(n, loop)
        || new Inputs(flow, uses).end(call, n, test, right, loop, Loops.changed(flow, loop));
  }

  private boolean owned(Place place) {
    boolean part = place.last().filter(Place.Step.Part.class::isInstance).isPresent();
    return made(place) || part || own(place);
  }

  /** Takes out a batch, and says how many. */
  private boolean removes(Op.Call call) {
    return book.says(Fact.Removes.class, call.method());
  }

  /** An atomic step is tried with values that the loop got anew: it fails only when others win. */
  private boolean renewed(Sym[] args, Loops.Loop loop) {
    for (int i = 1; i < args.length; i++) {
      Sym arg = args[i];
      boolean same =
          arg instanceof Sym.Lit
              || arg instanceof Sym.At at && at.origin() < 0 && !Phi.made(at)
              || arg instanceof Sym.At made
                  && made.origin() >= 0
                  && !loop.blocks().get(flow.blockOf(made.origin()));
      if (!same) {
        return true;
      }
    }
    return false;
  }

  /** {@code clock() - start < 100}; {@code null} for other tests. */
  Count passing(Op.Test test, Sym left, Sym right, Loops.Loop loop) {
    boolean span =
        left instanceof Sym.Calc c
            && c.operator().equals("-")
            && right instanceof Sym.Lit
            && test.relation() != Relation.EQ
            && test.relation() != Relation.NE;
    int n = span ? TripCounts.origin(((Sym.Calc) left).parts().get(0)) : -1;
    boolean clock = n >= 0 && n < flow.ops() && flow.op(n) instanceof Op.Call;
    if (!clock || flow.args(n).length > 0 || !loop.blocks().get(flow.blockOf(n))) {
      return null;
    }
    return slice(right, (Op.Call) flow.op(n))
        ? new Count(Trip.LINEAR, null, "")
        : new Count(Trip.UNBOUNDED, null, "it passes the time");
  }

  /** A time limit that is set here, as so much from now on. */
  private static boolean budget(Sym limit, Op.Call clock) {
    return limit instanceof Sym.Calc c && c.parts().stream().anyMatch(p -> slice(p, clock));
  }

  /** An amount of time that may be a task's turn. */
  private static boolean slice(Sym time, Op.Call clock) {
    long turn = clock.method().name().endsWith("Millis") ? LONG_TURN_MILLIS : LONG_TURN;
    return time instanceof Sym.Lit l
        && (!(l.value() instanceof Number n) || Math.abs(n.longValue()) < turn);
  }

  /** An object made here, or from something here. */
  private boolean made(Place place) {
    return place.root() instanceof Root.Fresh f
        && !(flow.op(f.op()) instanceof Op.Call && flow.args(f.op()).length == 0);
  }

  /** A loop that empties a container ends when nobody else fills it. */
  private Count drained(Sym receiver, Place place, boolean drains, Loops.Loop loop) {
    boolean mine =
        place.root() instanceof Root.Fresh
            || place.root() instanceof Root.Param && !concurrent(place);
    boolean removes = refilled(place, loop);
    if (removes && own(place) && alone(place, loop)) {
      return new Count(Trip.LINEAR, null, "");
    }
    if (mine || !drains || removes && taken(receiver, loop)) {
      return new Count(Trip.LINEAR, drains ? null : receiver, "");
    }
    String why =
        removes
            ? "others may add to `" + place + "` as fast as it is drained"
            : "`" + place + "` decides when it ends";
    return new Count(Trip.UNBOUNDED, receiver, why, concurrent(place));
  }

  /**
   * {@code queue = this.queue; this.queue = null;} or {@code queues.getAndSet(none)}: nobody else
   * finds the container any more.
   */
  private boolean taken(Sym container, Loops.Loop loop) {
    int from = container instanceof Sym.At at ? at.origin() : -1;
    if (from < 0 || loop.blocks().get(flow.blockOf(from))) {
      return false;
    }
    if (flow.op(from) instanceof Op.Call call) {
      return book.says(Fact.Atomic.class, call.method())
          && book.says(Fact.Acts.class, call.method());
    }
    boolean[] found = new boolean[1];
    if (flow.op(from) instanceof Op.Read read) {
      flow.replay(
          (op, n, at) ->
              found[0] |=
                  op instanceof Op.Write w
                      && n > from
                      && n < flow.first(loop.head())
                      && w.slot().field().equals(read.slot().field())
                      && !at.sym(w.value()).equals(container));
    }
    return found[0];
  }

  /** Whether the loop takes anything out. */
  private boolean refilled(Place place, Loops.Loop loop) {
    boolean[] found = new boolean[1];
    flow.calls(
        (call, n) ->
            found[0] |=
                loop.blocks().get(flow.blockOf(n))
                    && book.says(Fact.Removes.class, call.method())
                    && flow.args(n).length > 0
                    && flow.args(n)[0] instanceof Sym.At at
                    && at.place().equals(place));
    return found[0];
  }

  /**
   * Nobody can fill a container that is not thread-safe while the loop goes on: the loop frees no
   * lock in between, adds nothing itself, and runs nothing that it takes out.
   */
  private boolean alone(Place place, Loops.Loop loop) {
    for (int n = 0; n < flow.ops(); n++) {
      if (loop.blocks().get(flow.blockOf(n))) {
        boolean adds = flow.op(n) instanceof Op.Call call && fills(call, n, place);
        if (adds || flow.op(n) instanceof Op.Enter) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean fills(Op.Call call, int n, Place place) {
    Sym[] args = flow.args(n);
    Sym on = call.dispatch() == Op.Dispatch.STATIC || args.length == 0 ? null : args[0];
    boolean acts = book.says(Fact.Acts.class, call.method()) && !removes(call);
    boolean adds = acts && on instanceof Sym.At at && at.place().equals(place);
    boolean open = flow.targets(call).isEmpty() && call.method().returns().equals("void");
    return adds
        || helps(call, place)
        || book.says(Fact.Acquires.class, call.method())
        || open && taken(on, place);
  }

  /** Whether a helper adds to the container in a field. */
  private boolean helps(Op.Call call, Place place) {
    List<MethodInfo> helpers = flow.targets(call);
    return place.field().map(uses::of).orElse(List.of()).stream()
        .filter(u -> u.access().kind() == Access.Kind.ACT && u.access().call() != null)
        .filter(u -> !book.says(Fact.Removes.class, u.access().call()))
        .anyMatch(u -> helpers.stream().anyMatch(m -> m.ref().equals(u.method())));
  }

  /** Whether a value was taken out of the container. */
  private boolean taken(Sym value, Place from) {
    return value instanceof Sym.At at
        && at.origin() >= 0
        && flow.args(at.origin()).length > 0
        && flow.args(at.origin())[0] instanceof Sym.At container
        && container.place().equals(from);
  }

  /** The question is asked of something that the loop replaces in each round. */
  private boolean advances(Op.Call call, Loops.Loop loop) {
    Set<Integer> changed = Loops.changed(flow, loop);
    for (Value v : call.args()) {
      boolean named = v instanceof Var x && !x.name().isEmpty() && changed.contains(x.index());
      if (named && TripCounts.reference(v)) {
        return true;
      }
    }
    return false;
  }

  /** A buffer or parser that only one thread may use at a time: nobody refills it meanwhile. */
  private boolean own(Place place) {
    return uses.traits(place, flow).contains(Trait.NOT_THREAD_SAFE) && !concurrent(place);
  }

  private boolean concurrent(Place place) {
    return uses.traits(place, flow).contains(Trait.CONCURRENT);
  }

  /** The result of a call kept in a local: an iterator, a matcher, a parser. */
  private boolean local(Place place, Loops.Loop loop) {
    return place != null
        && place.path().isEmpty()
        && place.root() instanceof Root.Unknown u
        && u.op() >= 0
        && !loop.blocks().get(flow.blockOf(u.op()))
        && flow.op(u.op()) instanceof Op.Call;
  }

  /** What an iterator goes through. */
  private Sym base(Sym iterator) {
    if (iterator instanceof Sym.At at) {
      if (!at.place().path().isEmpty()) {
        return new Sym.At(Parts.container(at.place()), at.origin());
      }
      if (at.place().root() instanceof Root.Unknown u
          && u.op() >= 0
          && flow.args(u.op()).length > 0) {
        return flow.args(u.op())[0];
      }
    }
    return iterator;
  }
}
