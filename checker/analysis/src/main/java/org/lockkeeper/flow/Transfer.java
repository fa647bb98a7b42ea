package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.lockkeeper.ir.Value.Var;

/** How one operation changes what is known. */
public final class Transfer {
  private final MethodFlow flow;
  private final Seen seen;
  private final Knowledge knowledge;
  private final Calls calls;
  private final Outcomes outcomes;

  Transfer(MethodFlow flow, Seen seen, Knowledge knowledge) {
    this.flow = flow;
    this.seen = seen;
    this.knowledge = knowledge;
    this.calls = new Calls(flow, seen, knowledge);
    this.outcomes = new Outcomes(flow, knowledge);
  }

  /** Returns whether the operation never completes normally. */
  boolean apply(Op op, int n, Live at) {
    if (op instanceof Op.Copy copy) {
      Sym value = copied(copy, n, at);
      at.copy(copy.from().isEmpty() ? null : copy.from().get(0), copy.to(), value);
      at.set(copy.to(), value);
    } else if (op instanceof Op.New made) {
      made.function().ifPresent(f -> seen.args(n, Calls.syms(f.captures(), at)));
      FieldFlow.made(n, at);
      at.set(made.to(), new Sym.At(Place.of(new Root.Fresh(n), made.type()), n));
    } else if (op instanceof Op.Read read) {
      Place cell = cell(read.slot(), n, read.to(), at);
      Sym value = FieldFlow.read(cell, at);
      at.set(read.to(), value != null ? value : new Sym.At(cell, n));
    } else if (op instanceof Op.Write write) {
      write(write, n, at);
    } else if (op instanceof Op.Call call) {
      return calls.apply(call, n, at);
    } else if (op instanceof Op.Enter enter) {
      Place place = KeyedLocks.monitor(enter.lock(), at, flow, knowledge);
      Lock lock = new Lock(place, Mode.EXCLUSIVE);
      at.state.held = Choices.plus(new HeldLocks.Held(lock, enter.site(), n), at);
    } else if (op instanceof Op.Exit exit) {
      Place place = KeyedLocks.monitor(exit.lock(), at, flow, knowledge);
      at.state.held = Choices.minus(at.held(), place);
    }
    return false;
  }

  /** The state after a test; {@code null} when the test cannot succeed. */
  State assume(Op.Test test, Live at) {
    return outcomes.assume(test, at);
  }

  /** What a test looks at. */
  List<Sym> looked(Op.Test test, Live at) {
    List<Sym> all = new ArrayList<>();
    for (Value v : List.of(test.left(), test.right())) {
      Sym sym = at.sym(v);
      if (sym != null && !(sym instanceof Sym.Lit)) {
        all.add(sym);
      }
    }
    return all;
  }

  private Place typed(Place place, String type) {
    Place settled =
        knowledge.works(type, Fact.Shape.LOCK)
            ? KeyedLocks.settled(place, type, flow, knowledge)
            : place;
    return settled.typed(type);
  }

  private Sym copied(Op.Copy copy, int n, Live at) {
    List<Sym> tested = at.state.tested;
    at.state.tested = List.of();
    if (!tested.isEmpty() && copy.from().stream().anyMatch(Const.class::isInstance)) {
      Sym verdict = new Sym.Calc(Sym.Calc.VERDICT, tested, n);
      if (verdict.depth() <= Sym.MAX_DEPTH) {
        return verdict;
      }
    }
    if (copy.operator().isEmpty() && copy.from().size() == 1) {
      return named(at.sym(copy.from().get(0)), copy.to());
    }
    if (copy.operator().equals("cast") && copy.from().size() == 1) {
      Sym from = at.sym(copy.from().get(0));
      return from instanceof Sym.At a
          ? named(new Sym.At(typed(a.place(), copy.to().type()), a.origin()), copy.to())
          : from;
    }
    if (copy.from().isEmpty()) {
      return unknown(n, copy.to());
    }
    List<Sym> parts = new ArrayList<>();
    copy.from().forEach(v -> parts.add(at.sym(v)));
    Sym made = new Sym.Calc(copy.operator(), Collections.unmodifiableList(parts), n);
    return made.depth() > Sym.MAX_DEPTH ? unknown(n, copy.to()) : made;
  }

  /** An unknown value takes the name of the first variable that it is kept in. */
  private static Sym named(Sym sym, Var to) {
    if (!to.name().isEmpty()
        && sym instanceof Sym.At at
        && at.place().path().isEmpty()
        && at.place().root() instanceof Root.Unknown u
        && u.name().isEmpty()) {
      Root root = new Root.Unknown(u.op(), to.name());
      return new Sym.At(Place.of(root, at.place().type()), at.origin());
    }
    return sym;
  }

  /** What nobody knows of the value that an operation makes. */
  public static Sym unknown(int n, Var to) {
    return new Sym.At(Place.of(new Root.Unknown(n, to.name()), to.type()), n);
  }

  /** The place of a field or element; an unknown one when the path grows too long. */
  private Place cell(Op.Slot slot, int n, Var to, Live at) {
    Place place = cell(slot, at, knowledge).orElse(null);
    if (place == null) {
      return Place.of(new Root.Unknown(n, slot.field().name()), to.type());
    }
    return slot.field() == FieldRef.ELEMENT ? place.typed(to.type()) : place;
  }

  /** The place of a field or element; empty when its path grows too long. */
  public static Optional<Place> cell(Op.Slot slot, Point at, Knowledge knowledge) {
    FieldRef field = slot.field();
    Optional<Place> alias =
        field.equals(FieldRef.ELEMENT) ? Optional.empty() : knowledge.alias(field);
    if (slot.base().isEmpty()) {
      return Optional.of(alias.orElseGet(() -> Place.ofStatic(field)));
    }
    Place base = at.place(slot.base().get());
    if (alias.isPresent()) {
      Place real = alias.get();
      return real.root() instanceof Root.This ? real.rebase(base) : alias;
    }
    if (field.equals(FieldRef.ELEMENT)) {
      return base.then(element(slot.index(), at, knowledge), "java.lang.Object");
    }
    return base.then(new Step.Field(field), field.type());
  }

  private static Step element(Optional<Value> index, Point at, Knowledge knowledge) {
    if (index.isEmpty()) {
      return new Step.Part("[]", -1);
    }
    Value i = index.get();
    Sym sym = at.sym(i);
    if (sym instanceof Sym.At field && stays(field.place(), knowledge)) {
      return new Step.Part("[" + field.place() + "]", field.place().hashCode());
    }
    int id = i instanceof Const || sym instanceof Sym.Lit ? 0 : sym == null ? 1 : sym.hashCode();
    return new Step.Part("[" + (sym instanceof Sym.Lit l ? l.value() : i) + "]", id);
  }

  /** A final field of the receiver or of a parameter is the same number whenever it is read. */
  private static boolean stays(Place place, Knowledge knowledge) {
    return place.path().size() == 1
        && !(place.root() instanceof Root.Unknown)
        && place.field().filter(knowledge::fixed).isPresent();
  }

  private void write(Op.Write write, int n, Live at) {
    Op.Slot slot = write.slot();
    Place base = slot.base().map(at::place).orElse(null);
    new Shown(flow, knowledge).begun(at.sym(write.value()), at);
    if (base == null || !at.owned(base)) {
      escape(at.sym(write.value()), at);
    }
    Step into = new Step.Field(slot.field());
    if (base != null && into.outer()) {
      Place outer = at.place(write.value());
      base.then(into, slot.field().type())
          .ifPresent(inner -> at.state.held = at.held().moved(inner, outer));
    }
    Optional<Place> cell = cell(slot, at, knowledge);
    if (!slot.field().equals(FieldRef.ELEMENT)) {
      cell.ifPresent(place -> written(write, place, n, at));
    }
    FieldFlow.write(write, base, cell, at);
  }

  private void written(Op.Write write, Place place, int n, Live at) {
    forget(place, n, at.state);
    Optional<Mode> taken = knowledge.homeMade().takes(write, flow);
    if (taken.isPresent()) {
      Lock lock = Lock.of(place, taken.get());
      at.state.held = Choices.plus(new HeldLocks.Held(lock, write.site(), n), at);
    } else if (knowledge.homeMade().gives(write, flow)) {
      at.state.held = Choices.minus(at.held(), place);
    }
  }

  static void escape(Sym sym, Live at) {
    if (sym != null) {
      for (Sym option : sym.options()) {
        if (option instanceof Sym.At a && a.place().root() instanceof Root.Fresh f) {
          at.state.escape(f.op());
        }
      }
    }
  }

  /** What was read from a written place is no longer found there. */
  private static void forget(Place written, int n, State state) {
    for (int i = 0; i < state.vars.length; i++) {
      if (state.vars[i] instanceof Sym.At a
          && a.place().path().size() > 0
          && a.place().startsWith(written)) {
        String name = a.place().last().map(Object::toString).orElse("");
        Root root = new Root.Unknown(a.origin() >= 0 ? a.origin() : n, name);
        state.vars[i] = new Sym.At(Place.of(root, a.place().type()), a.origin());
      }
    }
  }
}
