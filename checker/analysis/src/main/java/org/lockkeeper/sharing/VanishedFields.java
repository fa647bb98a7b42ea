package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Fields that are found to hold something and then read once more, while another method sets them
 * to {@code null}: {@code if (connection != null) connection.send(x)}.
 */
final class VanishedFields {
  private static final int MAX_HELPERS = 4;

  private final Flows flows;
  private final FieldUses uses;
  private final MethodFlow flow;
  private final List<Access> accesses;

  VanishedFields(Flows flows, FieldUses uses, MethodFlow flow) {
    this.flows = flows;
    this.uses = uses;
    this.flow = flow;
    this.accesses = flows.accesses(flow.method().ref());
  }

  /** In one solved method, the first use of each field after its test. */
  List<CheckThenActs.Pair> all() {
    List<CheckThenActs.Pair> found = new ArrayList<>();
    for (Access test : accesses) {
      if (reads(test) && lost(test).isPresent()) {
        for (Decisions.Decision d : new Decisions(flow, test.op()).all()) {
          if (present(test, d)) {
            again(test, d).ifPresent(use -> found.add(CheckThenActs.pair(test, use, d)));
          }
        }
      }
    }
    return found;
  }

  private boolean reads(Access a) {
    boolean own =
        a.target().root() instanceof Root.This || a.target().root() instanceof Root.Static;
    return a.kind() == Kind.READ
        && own
        && (a.target().path().size() == 1 || part(a.target()))
        && a.target().field().isPresent()
        && plain(a)
        && !a.owned();
  }

  /** Of an object that this one keeps. */
  private boolean part(Place place) {
    return place.path().size() == 2
        && place.root() instanceof Root.This
        && place.path().get(0) instanceof Step.Field f
        && uses.info(f.ref()).filter(i -> i.has(Modifier.FINAL)).isPresent();
  }

  /** Read here, or by a getter. */
  private boolean plain(Access a) {
    return a.via().isEmpty()
        || a.via().size() == 1
            && flow.op(a.op()) instanceof Op.Call call
            && call.method().params().isEmpty();
  }

  /** Whether a value is what was read; a getter's answer may be something else. */
  private static boolean is(Sym value, Access read) {
    return value instanceof Sym.At at
        && at.origin() == read.op()
        && (read.via().isEmpty() || at.place().equals(read.target()));
  }

  private static boolean present(Access test, Decisions.Decision d) {
    boolean differs = d.test().relation() == Op.Relation.NE;
    return is(d.left(), test) && differs && Unbroken.nothing(d.right())
        || d.left() instanceof Sym.Calc kind
            && kind.operator().equals("instanceof")
            && is(kind.parts().get(0), test)
            && differs != new Sym.Lit(true).equals(d.right());
  }

  /** Where another method, which does not belong to the same one, sets the field to null. */
  Optional<Access> lost(Access test) {
    return test.target().field().map(uses::of).orElse(List.of()).stream()
        .filter(u -> forgets(u.access()) && !together(u.method()) || forgotten(u))
        .map(FieldUses.Use::access)
        .findFirst();
  }

  private static boolean forgets(Access a) {
    return a.kind() == Kind.WRITE && !a.owned() && Unbroken.nothing(a.value());
  }

  /** {@code setConnection(null)}; nothing among other values is no end of the old one. */
  private boolean forgotten(FieldUses.Use set) {
    int given = set.access().owned() ? -1 : Sym.parameter(set.access().value());
    boolean setter = set.access().kind() == Kind.WRITE && set.method().params().size() == 1;
    List<Callers.Caller> all = given < 0 || !setter ? List.of() : flows.callers().of(set.method());
    for (Callers.Caller caller : all) {
      Op.Call call = (Op.Call) caller.in().op(caller.op());
      int arg = given + (call.dispatch() == Op.Dispatch.STATIC ? 0 : 1);
      Sym[] args = caller.in().args(caller.op());
      if (arg < args.length
          && Unbroken.nothing(args[arg])
          && !together(caller.in().method().ref())) {
        return true;
      }
    }
    return false;
  }

  private boolean together(MethodRef other) {
    return whole(other, MAX_HELPERS).equals(whole(flow.method().ref(), MAX_HELPERS));
  }

  /** The method that a private helper is a step of; itself for others. */
  private MethodRef whole(MethodRef method, int helpers) {
    boolean step =
        helpers > 0
            && flows.flow(method).filter(f -> f.method().has(Modifier.PRIVATE)).isPresent()
            && !flows.callers().of(method).isEmpty();
    List<MethodRef> wholes =
        step
            ? flows.callers().of(method).stream()
                .map(c -> whole(c.in().method().ref(), helpers - 1))
                .distinct()
                .toList()
            : List.of();
    return wholes.size() == 1 ? wholes.get(0) : method;
  }

  /** The next read that takes for granted that something is there. */
  private Optional<Access> again(Access test, Decisions.Decision d) {
    for (Access use : accesses) {
      boolean inside = d.region().get(flow.blockOf(use.op())) && use.op() != test.op();
      if (inside && use.target().equals(test.target())) {
        return use.kind() == Kind.READ && plain(use) && relies(use)
            ? Optional.of(use)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** It is called, or looked into, without another test. */
  private boolean relies(Access use) {
    if (new Decisions(flow, use.op()).all().stream().anyMatch(d -> asks(d.left(), use))
        || caught(use)) {
      return false;
    }
    boolean[] found = new boolean[1];
    flow.replay(
        (op, n, at) -> {
          Sym on = null;
          if (op instanceof Op.Call call && call.dispatch() != Op.Dispatch.STATIC) {
            on = flow.args(n)[0];
          } else if (op instanceof Op.Read read) {
            on = read.slot().base().map(at::sym).orElse(null);
          }
          found[0] |= is(on, use);
        });
    return found[0];
  }

  /** Whoever catches all exceptions lives with this one, too. */
  private boolean caught(Access use) {
    return flow.body().blocks().get(flow.blockOf(use.op())).handlers().stream()
        .map(h -> h.type())
        .filter(t -> !t.equals("java.lang.Throwable"))
        .anyMatch(t -> flow.isSubtype("java.lang.NullPointerException", t));
  }

  /** Not what comes out of the object. */
  private static boolean asks(Sym tested, Access use) {
    return tested instanceof Sym.At at && at.origin() == use.op();
  }
}
