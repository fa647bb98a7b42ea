package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.facts.Target;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** How a call changes what is known: by its facts, or else by what its body does. */
public final class Calls {
  private final MethodFlow flow;
  private final Seen seen;
  private final Knowledge knowledge;
  private final Outcomes outcomes;

  Calls(MethodFlow flow, Seen seen, Knowledge knowledge) {
    this.flow = flow;
    this.seen = seen;
    this.knowledge = knowledge;
    this.outcomes = new Outcomes(flow, knowledge);
  }

  /** Returns whether the call never returns normally. */
  boolean apply(Op.Call call, int n, Live at) {
    Meaning meaning = knowledge.meaning(call.method());
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Sym[] args = args(call, meaning, receiver, at);
    seen.args(n, args);
    made(call, n, args);
    FieldFlow.given(n, args, at);
    Sym result = null;
    List<Lock> gains = List.of();
    if (meaning.locking()) {
      gains = facts(meaning, call, n, args, receiver, at);
    } else if (at.held().isEmpty() || !closes(call, args, at)) {
      List<MethodInfo> targets = knowledge.targets(call, n, flow);
      if (!targets.isEmpty()) {
        Terms terms = at.terms(args, receiver);
        Summary first = knowledge.summary(targets.get(0).ref());
        gains = effects(targets, first, terms, call, n, at);
        boolean known =
            targets.size() == 1
                && !knowledge.guess(call, Knowledge.receiver(call, n, flow), flow.method());
        FieldFlow.called(first, targets.size() == 1, call, args, terms, at);
        result = known ? returned(first, targets.get(0), meaning, terms, n, at) : null;
      }
    }
    giveBack(call, n, args, at);
    new Shown(flow, knowledge).by(call, n, meaning, args, at);
    ensure(meaning, args, receiver, at);
    if (call.method().isConstructor() && !gains.isEmpty()) {
      handle(gains, at, at.place(call.args().get(0)));
    }
    if (call.to().isPresent()) {
      Var to = call.to().get();
      at.set(to, result != null ? result : result(meaning, call, n, args, receiver, to));
      if (!gains.isEmpty()) {
        handle(gains, at, at.place(to));
      }
    }
    ready(meaning, call, args, at);
    return meaning.exits();
  }

  private Sym[] args(Op.Call call, Meaning meaning, boolean receiver, Live at) {
    Sym[] args = syms(call.args(), at);
    if (meaning.locking() && receiver) {
      String type = call.args().get(0).type();
      KeyedLocks.agreed(args[0], type, flow, knowledge).ifPresent(lock -> args[0] = lock);
    }
    return args;
  }

  private void giveBack(Op.Call call, int n, Sym[] args, Live at) {
    Optional<Place> lock = knowledge.homeMade().spins().set(call, n, args, at.held(), flow);
    lock.ifPresent(p -> release(p, Optional.empty(), at));
  }

  private Sym returned(
      Summary summary, MethodInfo target, Meaning meaning, Terms terms, int n, Live at) {
    if (!summary.makes().isEmpty()) {
      FieldFlow.returned(summary, n, terms, at);
      return new Sym.At(Place.of(new Root.Fresh(n), summary.makes()), n);
    }
    boolean certain =
        !meaning.tells() && (!(summary.returns() instanceof Sym.Lit) || knowledge.settled(target));
    Sym told = certain ? terms.sym(summary.returns(), n) : null;
    Sym put = told instanceof Sym.At a ? FieldFlow.read(a.place(), at) : null;
    return put != null ? put : told;
  }

  private void made(Op.Call call, int n, Sym[] args) {
    if (call.method().isConstructor()
        && args[0] instanceof Sym.At made
        && made.place().root() instanceof Root.Fresh f) {
      flow.constructed(f.op(), n);
    }
  }

  private void ensure(Meaning meaning, Sym[] args, boolean receiver, Live at) {
    for (Fact.Ensures fact : meaning.ensures()) {
      if (fact.when() == When.ALWAYS) {
        outcomes.ensured(Outcomes.argument(fact.argument().position(), args, receiver), at);
      }
    }
  }

  /** Waiting for what a call made ready, or for its result, does not block. */
  private static void ready(Meaning meaning, Op.Call call, Sym[] args, Live at) {
    for (Fact.Ready f : meaning.ready()) {
      if (f.when() == When.ALWAYS) {
        boolean self = f.what().position() == Target.THIS;
        boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
        Optional<Place> on =
            self
                ? Optional.ofNullable(Outcomes.target(f.what(), args, receiver))
                : call.to().map(at::place);
        on.ifPresent(p -> at.state.assume(Assumption.ready(p)));
      }
    }
  }

  /** What is known of some values; an unknown one gets a place of its own. */
  static Sym[] syms(List<Value> values, Point at) {
    Sym[] args = new Sym[values.size()];
    for (int i = 0; i < args.length; i++) {
      Value value = values.get(i);
      Sym sym = at.sym(value);
      args[i] = sym == null ? new Sym.At(at.place(value), -1) : sym;
    }
    return args;
  }

  /** Returns the locks that a contract says the call takes for its caller. */
  private List<Lock> facts(Meaning m, Op.Call call, int n, Sym[] args, boolean receiver, Live at) {
    for (Fact.Releases fact : m.releases()) {
      for (Place place : Outcomes.targets(fact.lock(), args, receiver)) {
        release(place, fact.mode(), at);
      }
      chosen(fact.lock(), call, receiver, at)
          .ifPresent(p -> at.state.held = Choices.minus(at.held(), p));
    }
    for (Fact.Acquires fact : m.acquires()) {
      if (fact.when() == When.ALWAYS && single(fact, args)) {
        acquired(fact, call, args, receiver, at).ifPresent(l -> hold(l, call, n, at));
      }
    }
    for (Fact.Waits fact : m.waits()) {
      Place place = Outcomes.target(fact.condition(), args, receiver);
      if (place != null) {
        boolean condition = place.last().filter(Step.Side.CONDITION::equals).isPresent();
        at.state.held = at.held().renewed(condition ? place.parent() : place, n);
      }
    }
    Terms terms = new Terms(args, receiver);
    for (Fact.Gives fact : m.gives()) {
      Optional<Lock> lock = knowledge.guard(fact.guard(), call.method()).flatMap(terms::lock);
      if (!closes(call, args, at)) {
        lock.ifPresent(l -> release(l.place(), Optional.empty(), at));
      }
    }
    List<Lock> gains = new ArrayList<>();
    for (Fact.Takes fact : m.takes()) {
      if (fact.when() == When.ALWAYS) {
        Optional<Lock> lock = knowledge.guard(fact.guard(), call.method()).flatMap(terms::lock);
        lock.ifPresent(l -> hold(l, call, n, at));
        lock.ifPresent(gains::add);
      }
    }
    return gains;
  }

  /** The lock that a target names, or what stands for one of several; {@code null} for none. */
  public static Place locked(Target what, Op.Call call, Sym[] args, Point at) {
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Place one = Outcomes.target(what, args, receiver);
    return one != null ? one : chosen(what, call, receiver, at).orElse(null);
  }

  private static Optional<Lock> acquired(
      Fact.Acquires fact, Op.Call call, Sym[] args, boolean receiver, Live at) {
    boolean several = Outcomes.target(fact.lock(), args, receiver) == null;
    return (several
            ? Choices.side(Outcomes.targets(fact.lock(), args, receiver))
            : Optional.<Lock>empty())
        .or(
            () ->
                Optional.ofNullable(locked(fact.lock(), call, args, at))
                    .map(p -> Lock.of(p, fact.mode())));
  }

  /** What stands for the one of several objects that a target names. */
  private static Optional<Place> chosen(Target what, Op.Call call, boolean receiver, Point at) {
    int index = what.position() == Target.THIS ? 0 : what.position() + (receiver ? 1 : 0);
    boolean there = index < call.args().size() && (what.position() >= 0 || receiver);
    Value value = there ? call.args().get(index) : null;
    return there && at.sym(value) instanceof Sym.Any
        ? Optional.of(at.place(value))
        : Optional.empty();
  }

  /**
   * A semaphore guards only when one permit is all there is; its count is checked where it is made.
   */
  private static boolean single(Fact.Acquires fact, Sym[] args) {
    return fact.mode() != Mode.PERMIT
        || args.length <= 1
        || !(args[1] instanceof Sym.Lit l)
        || Integer.valueOf(1).equals(l.value());
  }

  private static void hold(Lock lock, Op.Call call, int n, Live at) {
    HeldLocks.Held held = new HeldLocks.Held(lock, call.site(), n);
    at.state.held = Choices.plus(held, at);
    at.locked(call, held);
  }

  private void release(Place place, Optional<Mode> mode, Live at) {
    if (place != null) {
      Lock lock = Lock.of(place, mode.orElse(Mode.EXCLUSIVE));
      at.forget(lock.place());
      HeldLocks before = at.held();
      HeldLocks after =
          before.minus(
              h ->
                  h.lock().place().equals(lock.place())
                      && (mode.isEmpty() || h.lock().mode() == lock.mode()));
      boolean weaker = after == before && lock.exclusive();
      at.state.held =
          weaker ? before.minus(h -> h.weaker() && h.lock().place().equals(lock.place())) : after;
      boolean lost = at.held() == before && Phi.is(place);
      at.state.held = lost ? before.minus(this::called) : Choices.without(at.held(), lock.place());
    }
  }

  /** One of several locks is released: the latest that a call acquired here may be it. */
  private boolean called(HeldLocks.Held held) {
    return held.origin() >= 0 && flow.op(held.origin()) instanceof Op.Call;
  }

  /** {@code close()} on what an acquiring method returned gives the lock back. */
  private static boolean closes(Op.Call call, Sym[] args, Live at) {
    if (!call.method().name().equals("close") || args.length != 1) {
      return false;
    }
    HeldLocks before = at.held();
    Place closed = args[0].where().orElse(null);
    at.state.held = before.minus(h -> h.handle() != null && h.handle().equals(closed));
    return at.state.held != before;
  }

  private List<Lock> effects(
      List<MethodInfo> targets, Summary first, Terms terms, Op.Call call, int n, Live at) {
    List<Lock> gains = new ArrayList<>();
    for (Lock drop : first.drops()) {
      terms.lock(drop).ifPresent(l -> release(l.place(), Optional.of(l.mode()), at));
    }
    for (Lock gain : first.gains()) {
      boolean all = true;
      for (MethodInfo other : targets) {
        all &= knowledge.summary(other.ref()).gains().contains(gain);
      }
      Optional<Lock> lock = all ? terms.lock(gain) : Optional.empty();
      boolean asserted = first.acquires().stream().noneMatch(a -> a.lock().equals(gain));
      lock.filter(l -> !asserted || at.held().find(l.place()).isEmpty())
          .ifPresent(
              l -> {
                hold(l, call, n, at);
                gains.add(l);
              });
    }
    return gains;
  }

  private static void handle(List<Lock> gains, Live at, Place handle) {
    List<HeldLocks.Held> held = new ArrayList<>();
    for (HeldLocks.Held h : at.held().all()) {
      boolean gained = h.handle() == null && gains.contains(h.lock());
      held.add(
          gained ? new HeldLocks.Held(h.lock(), h.site(), h.origin(), h.section(), handle) : h);
    }
    at.state.held = HeldLocks.of(held);
  }

  private Sym result(Meaning meaning, Op.Call call, int n, Sym[] args, boolean receiver, Var to) {
    Place of = meaning.returns().map(r -> Outcomes.target(r.of(), args, receiver)).orElse(null);
    if (of != null) {
      Optional<Place> place =
          related(of, meaning.returns().get().relation(), call, key(args, receiver, n), to);
      if (place.isPresent()) {
        return new Sym.At(place.get(), n);
      }
    }
    if (knowledge.works(to.type(), Fact.Shape.LOCK)) {
      Optional<Place> kept = KeyedLocks.found(call, args, knowledge, to.type());
      if (kept.isPresent()) {
        return new Sym.At(kept.get(), n);
      }
    }
    if (meaning.fresh()) {
      return new Sym.At(Place.of(new Root.Fresh(n), to.type()), n);
    }
    boolean getter =
        receiver
            && args.length == 1
            && !meaning.stateful()
            && (getter(call, to) || accessor(call, to) || fixed(call, to));
    if (getter && args[0] instanceof Sym.At at) {
      Step step = new Step.Getter(call.method().name() + "()");
      Optional<Place> place = at.place().then(step, to.type());
      if (place.isPresent()) {
        return new Sym.At(place.get(), n);
      }
    }
    return Transfer.unknown(n, to);
  }

  /** The same part for the same arguments. */
  private static int key(Sym[] args, boolean receiver, int n) {
    int first = receiver ? 1 : 0;
    return args.length > first ? Arrays.asList(args).subList(first, args.length).hashCode() : n;
  }

  private Optional<Place> related(Place of, Fact.Relation relation, Op.Call call, int key, Var to) {
    return switch (relation) {
      case SAME -> Optional.of(of);
      case PART -> of.then(new Step.Part(call.method().name() + "()", key), to.type());
      case READ_SIDE -> of.then(Step.Side.READ, to.type());
      case WRITE_SIDE -> of.then(Step.Side.WRITE, to.type());
      case CONDITION -> of.then(Step.Side.CONDITION, to.type());
      case CLASS ->
          knowledge
              .hierarchy()
              .find(of.type())
              .filter(c -> c.has(Modifier.FINAL))
              .map(c -> Place.of(new Root.ClassObject(c.name()), to.type()));
    };
  }

  /** What an object that never changes says of itself: {@code name.trim()}. */
  private boolean fixed(Op.Call call, Var to) {
    return call.method().params().isEmpty()
        && !Primitives.is(to.type())
        && flow.is(call.method().owner(), Fact.Trait.IMMUTABLE);
  }

  /** Subclasses say which lock it is. */
  private boolean accessor(Op.Call call, Var to) {
    return call.method().params().isEmpty()
        && knowledge.works(to.type(), Fact.Shape.LOCK)
        && knowledge
            .hierarchy()
            .resolve(call.method())
            .filter(m -> m.has(Modifier.ABSTRACT))
            .isPresent();
  }

  /** JavaBeans getters and accessors of locks are taken to return the same object each time. */
  private static boolean getter(Op.Call call, Var to) {
    String name = call.method().name();
    boolean primitive = Character.isLowerCase(to.type().charAt(0)) && to.type().indexOf('.') < 0;
    return !primitive
        && call.method().params().isEmpty()
        && (name.startsWith("get") || name.toLowerCase(java.util.Locale.ROOT).endsWith("lock"));
  }
}
