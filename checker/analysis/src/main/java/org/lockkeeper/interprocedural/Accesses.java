package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Site;

/**
 * Which shared state a method touches, by itself and through the bodies that it calls, with the
 * locks held.
 */
final class Accesses {
  /** Longest chain of helpers that an access is followed through. */
  private static final int MAX_HELPERS = 2;

  private final MethodFlow flow;
  private final Knowledge knowledge;
  private final FactBook book;
  private final boolean making;
  private final List<Access> all = new ArrayList<>();

  private Accesses(MethodFlow flow, Knowledge knowledge, FactBook book, boolean making) {
    this.flow = flow;
    this.knowledge = knowledge;
    this.book = book;
    this.making = making;
  }

  /** In the order of the operations. Checks that a called helper answers are among them. */
  static List<Access> of(MethodFlow flow, Knowledge knowledge, FactBook book, boolean making) {
    Accesses found = new Accesses(flow, knowledge, book, making);
    flow.replay(found::visit);
    return List.copyOf(found.all);
  }

  private void visit(Op op, int n, Point at) {
    if (op instanceof Op.Read read) {
      slot(Kind.READ, read.slot(), null, op, n, at);
    } else if (op instanceof Op.Write write) {
      slot(Kind.WRITE, write.slot(), at.sym(write.value()), op, n, at);
    } else if (op instanceof Op.Call call) {
      call(call, n, at);
    }
  }

  /** A captured variable is no state of its own, and not the field that it was read from. */
  private Optional<Place> at(Op.Slot slot, Point at) {
    boolean captured = slot.field().name().startsWith("val$");
    return captured ? Optional.empty() : flow.cell(slot, at);
  }

  private void slot(Kind kind, Op.Slot slot, Sym value, Op op, int n, Point at) {
    Optional<Place> found = at(slot, at);
    if (found.isEmpty()) {
      return;
    }
    Place place = found.get();
    all.add(
        new Access(
            kind,
            place,
            null,
            false,
            value,
            null,
            at.heldAgainstOthers(),
            n,
            op.site(),
            owned(place, at) || eitherOwned(slot, at),
            false,
            When.ALWAYS,
            List.of(),
            op.site()));
  }

  /** {@code x = wide ? new Row(16) : new Row()}: whichever it is, nobody else has it. */
  private static boolean eitherOwned(Op.Slot slot, Point at) {
    return slot.base().isPresent()
        && at.sym(slot.base().get()) instanceof Sym.Any any
        && any.options().stream()
            .allMatch(o -> o != null && o.where().filter(at::owned).isPresent());
  }

  /**
   * Nobody sees an object under construction (JLS 17.5), or static state during initialisation (JLS
   * 12.4.2).
   */
  private boolean owned(Place place, Point at) {
    if (at.owned(place)) {
      return true;
    }
    return ClassStarts.initialises(flow.method(), making)
        ? ClassStarts.within(place, flow.method().ref())
        : making && place.root() instanceof Root.This;
  }

  private void call(Op.Call call, int n, Point at) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    int before = all.size();
    facts(call, n, args, receiver, at);
    if (all.size() == before) {
      imported(call, n, args, receiver, at);
    }
    if (functions(args)) {
      run(call, n, at);
      named(call, n, at);
    }
  }

  /** What is said of a library's method. */
  private void facts(Op.Call call, int n, Sym[] args, boolean receiver, Point at) {
    MethodRef method = call.method();
    if (!knowledge.meaning(method).touches()) {
      return;
    }
    boolean atomic = book.says(Fact.Atomic.class, method);
    for (Fact.Checks f : book.all(Fact.Checks.class, method)) {
      container(Kind.CHECK, f.what(), f.present(), atomic, call, n, args, receiver, at);
    }
    for (Fact.Acts f : book.all(Fact.Acts.class, method)) {
      container(Kind.ACT, f.what(), When.ALWAYS, atomic, call, n, args, receiver, at);
    }
    for (Fact.Uses f : book.all(Fact.Uses.class, method)) {
      container(Kind.USE, f.what(), When.ALWAYS, atomic, call, n, args, receiver, at);
    }
    for (Fact.Iterates f : book.all(Fact.Iterates.class, method)) {
      container(Kind.ITERATE, f.what(), When.ALWAYS, atomic, call, n, args, receiver, at);
    }
  }

  /** {@code known = map::containsKey}, then {@code known.test(key)}: a call by another name. */
  private void named(Op.Call call, int n, Point at) {
    for (Handoffs.Handoff h : knowledge.handoffs(call, n, flow)) {
      if (h.position() == Target.THIS && !h.later() && h.receiver() && !h.target().hasBody()) {
        MethodRef to = h.target().ref();
        Op.Call by = new Op.Call(call.to(), to, Op.Dispatch.VIRTUAL, call.args(), call.site());
        facts(by, n, given(h, n), true, at);
      }
    }
  }

  /** What the function has, and then what it is called with. */
  private Sym[] given(Handoffs.Handoff h, int n) {
    Sym[] args = flow.args(n);
    Sym[] all = Arrays.copyOf(h.args(), h.args().length + args.length - 1);
    System.arraycopy(args, 1, all, h.args().length, args.length - 1);
    return all;
  }

  private boolean functions(Sym[] args) {
    for (Sym arg : args) {
      if (arg instanceof Sym.At at
          && at.place().path().isEmpty()
          && flow.function(at.place().root()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** What lambdas do that the call runs before it returns, and methods that it is given. */
  private void run(Op.Call call, int n, Point at) {
    for (Handoffs.Handoff h : knowledge.handoffs(call, n, flow)) {
      boolean lambda = h.target().isLambda();
      if (!h.later() && h.declared() && (lambda || reference(h, call))) {
        HeldLocks held = at.held();
        for (Lock lock : h.held()) {
          held = held.plus(new HeldLocks.Held(lock, call.site(), n));
        }
        Terms terms = at.terms(elements(h, call, n), h.receiver());
        Summary summary = knowledge.summary(h.target().ref());
        List<Access> inside = new ArrayList<>(summary.accesses());
        if (!h.held().isEmpty() || h.position() == Target.THIS) {
          inside.addAll(summary.answers());
        }
        for (Access a : inside) {
          through(a, h.target().ref(), terms, call, n, at, held, lambda ? a.site() : call.site());
        }
      }
    }
  }

  /** {@code this::make}, where that is one body. */
  private boolean reference(Handoffs.Handoff h, Op.Call call) {
    MethodInfo to = h.target();
    Op.Dispatch how = to.isStatic() ? Op.Dispatch.STATIC : Op.Dispatch.VIRTUAL;
    Op.Call by = new Op.Call(Optional.empty(), to.ref(), how, List.of(), call.site());
    return h.position() != Target.THIS
        && to.hasBody()
        && h.receiver() != to.isStatic()
        && knowledge.targets(by, h.receiver() ? h.args()[0] : null).size() == 1;
  }

  /** What a lambda is given by a call that goes through elements is a part of what it found. */
  private Sym[] elements(Handoffs.Handoff h, Op.Call call, int n) {
    Sym[] args = h.args();
    if (h.position() == Target.THIS) {
      return given(h, n);
    }
    if (book.says(Fact.Iterates.class, call.method())) {
      int first = h.receiver() ? 1 : 0;
      args = Arrays.copyOf(args, first + h.target().params().size());
      for (int i = h.args().length; i < args.length; i++) {
        args[i] = element(h.target().params().get(i - first), n);
      }
    }
    return args;
  }

  private static Sym element(MethodInfo.Param param, int n) {
    Place found = Place.of(new Root.Unknown(n, ""), "");
    Step step = new Step.Part(param.name(), 0);
    return new Sym.At(found.then(step, param.type()).orElse(found), n);
  }

  private void container(
      Kind kind,
      Target what,
      When present,
      boolean atomic,
      Op.Call call,
      int n,
      Sym[] args,
      boolean receiver,
      Point at) {
    Place place = Outcomes.target(what, args, receiver);
    if (place == null) {
      return;
    }
    Sym key = Outcomes.argument(what.key(), args, receiver);
    all.add(
        new Access(
            kind,
            place,
            key,
            what.key() >= 0,
            kind == Kind.ACT ? stored(what, args, receiver) : null,
            call.method(),
            at.heldAgainstOthers(),
            n,
            call.site(),
            owned(place, at),
            atomic,
            present,
            List.of(),
            call.site()));
  }

  /** What is put there: the last argument that is no key. */
  private static Sym stored(Target what, Sym[] args, boolean receiver) {
    int last = args.length - 1;
    boolean value = last > (receiver ? 0 : -1) && last != what.key() + (receiver ? 1 : 0);
    return value ? args[last] : null;
  }

  /** What other classes keep to themselves is theirs to guard. */
  private boolean family(Place place) {
    String here = Dispatch.outermost(flow.method().ref().owner());
    for (Step step : place.path()) {
      if (step instanceof Step.Field f && !Dispatch.outermost(f.ref().owner()).equals(here)) {
        return inherited(f.ref().owner()) || pack(f.ref().owner()).equals(pack(here));
      }
    }
    return true;
  }

  private static String pack(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  /**
   * A container made for many threads guards single steps, and leaves it to callers to join them.
   */
  private boolean open(Place place, Access a) {
    return a.call() != null
        && a.keyed()
        && book.ofType(Fact.Is.class, place.type()).stream()
            .anyMatch(is -> is.trait() == Fact.Trait.CONCURRENT);
  }

  private boolean inherited(String owner) {
    return knowledge.isSubtype(flow.method().ref().owner(), owner);
  }

  private void imported(Op.Call call, int n, Sym[] args, boolean receiver, Point at) {
    List<MethodInfo> targets = knowledge.targets(call, n, flow);
    Terms terms = at.terms(args, receiver);
    if (targets.size() == 1) {
      MethodInfo target = targets.get(0);
      Summary summary = knowledge.summary(target.ref());
      List<Access> inside = new ArrayList<>(summary.accesses());
      inside.addAll(summary.answers());
      inside.addAll(summary.refusals());
      BitSet skipped = inside.isEmpty() ? new BitSet() : skipped(target, args);
      inside.removeIf(a -> skipped.get(a.op()));
      for (Access a : inside) {
        through(a, target.ref(), terms, call, n, at, at.heldAgainstOthers(), call.site());
      }
    }
  }

  private static BitSet skipped(MethodInfo target, Sym[] args) {
    return Arrays.stream(args).anyMatch(GivenConstants::decides)
        ? target.body().map(b -> new GivenConstants(b, args).skipped()).orElseGet(BitSet::new)
        : new BitSet();
  }

  private void through(
      Access a,
      MethodRef callee,
      Terms terms,
      Op.Call call,
      int n,
      Point at,
      HeldLocks outside,
      Site site) {
    boolean cell = a.kind() == Kind.READ || a.kind() == Kind.WRITE;
    Optional<Place> place = terms.place(a.target()).map(cell ? at::cell : at::real);
    if (a.via().size() >= MAX_HELPERS
        || place.isEmpty()
        || a.held().isEmpty()
            && !family(place.get())
            && !(outside.isEmpty() && open(place.get(), a))) {
      return;
    }
    Sym key = a.key() == null ? null : terms.sym(a.key(), n);
    HeldLocks held = with(outside, a, terms, n);
    List<Summary.Via> via = new ArrayList<>();
    via.add(new Summary.Via(call.site(), callee));
    via.addAll(a.via());
    all.add(
        new Access(
            a.kind(),
            place.get(),
            key,
            a.keyed(),
            a.value() == null ? null : terms.sym(a.value(), said(a.value()) ? -1 : n),
            a.call(),
            held,
            n,
            site,
            owned(place.get(), at),
            a.atomic(),
            a.present(),
            List.copyOf(via),
            a.inner()));
  }

  /** What an argument says of itself is no result of the call. */
  private static boolean said(Sym value) {
    return value instanceof Sym.At at
        && at.place().root() instanceof Root.Param
        && !at.place().path().isEmpty()
        && at.place().path().stream().allMatch(Step.Getter.class::isInstance);
  }

  private static HeldLocks with(HeldLocks outside, Access a, Terms terms, int n) {
    HeldLocks held = outside;
    for (HeldLocks.Held inner : a.held().all()) {
      Optional<Lock> lock = terms.lock(inner.lock());
      if (lock.isPresent()) {
        held = held.plus(new HeldLocks.Held(lock.get(), inner.site(), n, n, null));
      }
    }
    return held;
  }
}
