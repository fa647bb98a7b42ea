package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;

/**
 * Objects whose state several methods move on without any lock, by tests and updates of volatile
 * fields: one thread at a time drives them, and the others look on.
 */
final class Driven {
  /**
   * A class with more unguarded steps is driven. Parsers have dozens; a service that forgot its
   * lock has one for each of a few transitions.
   */
  private static final int MANY = 5;

  private final Questions ask;
  private final Flows flows;
  private final Map<String, Boolean> known = new HashMap<>();

  Driven(Questions ask, Flows flows) {
    this.ask = ask;
    this.flows = flows;
  }

  /** Whether what is tested and written belongs to such an object, and is not made when missing. */
  boolean is(CheckThenActs.Pair pair) {
    return !fills(pair) && is(pair.act());
  }

  /** Whether an update belongs to such an object, in a step: a mere count is nobody's state. */
  boolean is(Updates.Update update, MethodFlow flow) {
    return inStep(update.write(), flow) && is(update.write());
  }

  private boolean is(Access act) {
    Optional<FieldRef> field = act.call() == null ? act.target().field() : Optional.empty();
    return field.filter(this::free).isPresent()
        && known.computeIfAbsent(field.get().owner(), this::steps);
  }

  private boolean steps(String owner) {
    Set<Site> steps = new HashSet<>();
    for (MethodInfo m :
        flows.hierarchy().find(owner).map(ClassInfo::methods).orElse(java.util.List.of())) {
      flows.flow(m.ref()).ifPresent(f -> collect(f, owner, steps));
    }
    return steps.size() > MANY;
  }

  private void collect(MethodFlow flow, String owner, Set<Site> steps) {
    for (CheckThenActs.Pair pair : ask.checkThenActs(flow).all()) {
      if (counts(pair.act(), owner) && !fills(pair) && ask.guarding().races(pair, flow)) {
        steps.add(pair.act().site());
      }
    }
    for (Updates.Update update : ask.updates(flow)) {
      if (counts(update.write(), owner) && inStep(update.write(), flow)) {
        steps.add(update.write().site());
      }
    }
  }

  /** Whether the state, as another volatile field tells it, decides that the update happens. */
  private boolean inStep(Access write, MethodFlow flow) {
    for (Access a : flows.accesses(flow.method().ref())) {
      boolean other =
          a.kind() == Access.Kind.READ
              && !a.target().equals(write.target())
              && a.target().field().filter(this::free).isPresent();
      if (other && new Decisions(flow, a.op()).over(write.op()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean counts(Access act, String owner) {
    Place target = act.target();
    return act.kind() == Access.Kind.WRITE
        && target.root() instanceof Root.This
        && target.path().size() == 1
        && target.field().filter(f -> f.owner().equals(owner) && free(f)).isPresent();
  }

  /** {@code if (x == null) x = …}: there may be two of it. */
  private static boolean fills(CheckThenActs.Pair pair) {
    Decisions.Decision d = pair.decision();
    return d.test().relation() == Op.Relation.EQ
        && d.right() instanceof Sym.Lit l
        && l.value() == null;
  }

  /** Volatile, of an object, and nobody ever locks to use it. */
  private boolean free(FieldRef field) {
    FieldInfo info = ask.fields().info(field).orElse(null);
    if (info == null || !info.has(Modifier.VOLATILE) || info.has(Modifier.STATIC)) {
      return false;
    }
    for (FieldUses.Use use : ask.fields().of(field)) {
      if (!use.access().owned() && !use.access().held().isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
