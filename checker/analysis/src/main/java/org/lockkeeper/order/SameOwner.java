package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Parts of one object in two threads: where both mean the same part that it made for itself, they
 * mean the same object, and so its other parts are the same, too.
 */
final class SameOwner {
  private final Flows flows;
  private Set<FieldRef> given;

  SameOwner(Flows flows) {
    this.flows = flows;
  }

  /**
   * Whether what one thread of a cycle waits for belongs to an object of which it holds another
   * lock, and who holds the first holds that other one around it, too: {@code synchronized (a) {
   * synchronized (b) }} against {@code b} inside of {@code a} and {@code b}.
   */
  boolean gates(List<Edge> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      Edge waits = cycle.get(i);
      Edge holds = cycle.get((i + 1) % cycle.size());
      boolean other = strangers(waits.acquired().place(), holds.held().place());
      if (other || waits != holds && gates(waits, holds)) {
        return true;
      }
    }
    return false;
  }

  /** The locks that objects of two classes have from one superclass, each object its own. */
  private boolean strangers(Place a, Place b) {
    Step step = a.last().orElse(null);
    return step instanceof Step.Field
        && b.last().filter(step::equals).isPresent()
        && own(step)
        && made(LockFields.owner(a))
        && made(LockFields.owner(b))
        && !flows.hierarchy().isSubtype(LockFields.owner(a), LockFields.owner(b))
        && !flows.hierarchy().isSubtype(LockFields.owner(b), LockFields.owner(a));
  }

  private boolean made(String type) {
    return flows.hierarchy().find(type).filter(c -> !c.isInterface()).isPresent();
  }

  /** Whether both hold one lock of the object whose lock the first waits for. */
  private boolean gates(Edge waits, Edge holds) {
    List<Lock> mine = new ArrayList<>(waits.gates());
    mine.add(waits.held());
    for (Lock a : mine) {
      for (Lock b : holds.gates()) {
        boolean apart = a.exclusive() || b.exclusive();
        if (apart && same(a.place(), waits.acquired().place(), b.place(), holds.held().place())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether two places name the same thing, if two others do.
   *
   * @param a what the one thread names
   * @param known what both name, as the one thread does
   * @param b what the other thread names
   * @param same what both name, as the other thread does
   */
  boolean same(Place a, Place known, Place b, Place same) {
    int most = Math.min(known.path().size(), same.path().size());
    for (int common = 0; common <= most; common++) {
      int mine = known.path().size() - common;
      int theirs = same.path().size() - common;
      Step last = common == 0 ? null : known.path().get(mine);
      if (last != null && (!last.equals(same.path().get(theirs)) || !own(last))) {
        return false;
      }
      List<Step> rest = below(a, known, mine);
      if (rest != null && rest.equals(below(b, same, theirs))) {
        return true;
      }
    }
    return false;
  }

  /** How a place goes on from the first steps of another; {@code null} when it does not. */
  private static List<Step> below(Place place, Place whole, int steps) {
    boolean starts =
        place.root().equals(whole.root())
            && place.path().size() >= steps
            && place.path().subList(0, steps).equals(whole.path().subList(0, steps));
    return starts ? place.path().subList(steps, place.path().size()) : null;
  }

  /** Leads to something that no other object of the class has. */
  private boolean own(Step step) {
    return Parts.isSide(step)
        || step instanceof Step.Field f && !f.outer() && !given().contains(f.ref());
  }

  private Set<FieldRef> given() {
    given = given == null ? collected() : given;
    return given;
  }

  private Set<FieldRef> collected() {
    Set<FieldRef> all = new HashSet<>();
    flows.all().forEach(flow -> collect(flow, all));
    return all;
  }

  private static void collect(MethodFlow flow, Set<FieldRef> into) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write write && !made(at.sym(write.value()))) {
            into.add(write.slot().field());
          }
        });
  }

  private static boolean made(Sym value) {
    return value != null
        && value.options().stream()
            .allMatch(
                o ->
                    o instanceof Sym.Lit
                        || o instanceof Sym.At at
                            && at.place().root() instanceof Root.Fresh
                            && at.place().path().isEmpty());
  }
}
