package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
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

  /** A machine has states to go through; what is only ever set has none. */
  private static final int WAYS = 3;

  /** Where state moves on, and the ways in which it does: to one value is one way. */
  private record Steps(Set<Site> sites, Set<List<Object>> ways) {
    Steps() {
      this(new HashSet<>(), new HashSet<>());
    }

    void add(Access write, Op.Relation test) {
      sites.add(write.site());
      Object to = constant(write.value()) ? write.value() : write.site();
      ways.add(Arrays.asList(write.target().field().orElseThrow(), test, to));
    }

    /** A literal, or a constant's name. */
    private static boolean constant(Sym value) {
      return value instanceof Sym.Lit
          || value instanceof Sym.At at && at.place().root() instanceof Root.Static;
    }

    boolean drive() {
      return sites.size() > MANY && ways.size() >= WAYS;
    }
  }

  /** Steps of a class, of the fields that nobody locks and of each field. */
  private record Machine(Steps free, Map<FieldRef, Steps> fields) {}

  private final SharedSteps steps;
  private final Flows flows;
  private final Map<String, Machine> known = new HashMap<>();

  Driven(SharedSteps steps, Flows flows) {
    this.steps = steps;
    this.flows = flows;
  }

  /** Whether what is tested and written belongs to such an object, and is not made when missing. */
  boolean is(CheckThenActs.Pair pair) {
    Optional<FieldRef> field = written(pair.act());
    return !fills(pair)
        && field.isPresent()
        && (free(pair.act())
            || machine(field.get()).fields().getOrDefault(field.get(), new Steps()).drive());
  }

  /** Whether an update belongs to such an object, in a step: a mere count is nobody's state. */
  boolean is(Updates.Update update, MethodFlow flow) {
    return inStep(update.write(), flow) && free(update.write());
  }

  private boolean free(Access act) {
    Optional<FieldRef> field = written(act);
    return field.filter(this::free).isPresent() && machine(field.get()).free().drive();
  }

  private static Optional<FieldRef> written(Access act) {
    return act.call() == null ? act.target().field() : Optional.empty();
  }

  private Machine machine(FieldRef field) {
    return known.computeIfAbsent(field.owner(), this::machine);
  }

  private Machine machine(String owner) {
    Machine machine = new Machine(new Steps(), new HashMap<>());
    for (MethodInfo m : flows.hierarchy().find(owner).map(ClassInfo::methods).orElse(List.of())) {
      flows.flow(m.ref()).ifPresent(f -> collect(f, owner, machine));
    }
    return machine;
  }

  private void collect(MethodFlow flow, String owner, Machine machine) {
    List<CheckThenActs.Pair> pairs = new ArrayList<>(steps.checkThenActs(flow).all());
    pairs.addAll(steps.checkThenActs(flow).asides());
    for (CheckThenActs.Pair pair : pairs) {
      if (own(pair.act(), owner) && !fills(pair) && steps.guarding().races(pair, flow)) {
        add(pair.act(), pair.decision().test().relation(), machine);
      }
    }
    for (CheckThenActs.Pair pair : steps.checkThenActs(flow).settled()) {
      if (own(pair.act(), owner) && steps.guarding().races(pair, flow)) {
        ofField(pair.act(), pair.decision().test().relation(), machine);
      }
    }
    for (Updates.Update update : steps.updates(flow)) {
      if (own(update.write(), owner) && inStep(update.write(), flow)) {
        add(update.write(), null, machine);
      }
    }
  }

  private void add(Access write, Op.Relation test, Machine machine) {
    ofField(write, test, machine);
    if (free(written(write).orElseThrow())) {
      machine.free().add(write, test);
    }
  }

  private static void ofField(Access write, Op.Relation test, Machine machine) {
    FieldRef field = written(write).orElseThrow();
    machine.fields().computeIfAbsent(field, f -> new Steps()).add(write, test);
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

  private static boolean own(Access act, String owner) {
    Place target = act.target();
    return act.kind() == Access.Kind.WRITE
        && target.root() instanceof Root.This
        && target.path().size() == 1
        && written(act).filter(f -> f.owner().equals(owner)).isPresent();
  }

  /** {@code if (x == null) x = …}, or made anew however it was tested: there may be two of it. */
  private static boolean fills(CheckThenActs.Pair pair) {
    Decisions.Decision d = pair.decision();
    boolean missing =
        d.test().relation() == Op.Relation.EQ
            && d.right() instanceof Sym.Lit l
            && l.value() == null;
    return missing
        || pair.act().value() instanceof Sym.At at && at.place().root() instanceof Root.Fresh;
  }

  /** Volatile, of an object, and nobody ever locks to use it. */
  private boolean free(FieldRef field) {
    FieldInfo info = steps.fields().info(field).orElse(null);
    if (info == null || !info.has(Modifier.VOLATILE) || info.has(Modifier.STATIC)) {
      return false;
    }
    for (FieldUses.Use use : steps.fields().of(field)) {
      if (!use.access().owned() && !use.access().held().isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
