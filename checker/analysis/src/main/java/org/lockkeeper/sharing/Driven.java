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
import org.lockkeeper.facts.Fact.Trait;
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
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;

/**
 * Objects whose state several methods move on without any lock, by tests and updates of volatile
 * fields and atomics: one thread at a time drives them, and the others look on.
 */
final class Driven {
  /**
   * A class with more unguarded steps is driven. Parsers have dozens; a service that forgot its
   * lock has one for each of a few transitions.
   */
  private static final int MANY = 5;

  /** A machine has states to go through; what is only ever set has none. */
  private static final int WAYS = 3;

  /** Steps of each field; many fields with a step or two are many mistakes, not one machine … */
  private static final int OF_FIELD = 3;

  /** … unless a method takes more than one of them. */
  private static final double OF_METHOD = 1.25;

  /** Where state moves on, who moves it, and the ways: to one value is one way. */
  private record Steps(Set<Site> sites, Set<MethodRef> methods, Set<List<Object>> ways) {
    Steps() {
      this(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    void add(Access write, Op.Relation test, MethodFlow by) {
      sites.add(write.site());
      methods.add(by.method().ref());
      Object to = constant(write.value()) ? write.value() : write.site();
      ways.add(Arrays.asList(write.target().field().orElseThrow(), test, to));
    }

    /** A literal, or a constant's name. */
    private static boolean constant(Sym value) {
      return value instanceof Sym.Lit
          || value instanceof Sym.At at && at.place().root() instanceof Root.Static;
    }

    boolean drive() {
      long fields = ways.stream().map(way -> way.get(0)).distinct().count();
      boolean dense =
          sites.size() >= OF_FIELD * fields || sites.size() >= OF_METHOD * methods.size();
      return sites.size() > MANY && ways.size() >= WAYS && dense;
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
    return field.isPresent()
        && (!fills(pair) || comesAndGoes(pair.act(), field.get()))
        && (free(pair.act())
            || machine(field.get()).fields().getOrDefault(field.get(), new Steps()).drive());
  }

  /** Whether an update belongs to such an object, in a step: a mere count is nobody's state. */
  boolean is(Updates.Update update, MethodFlow flow) {
    return inStep(update.write(), flow) && free(update.write());
  }

  private boolean free(Access act) {
    Optional<FieldRef> field = written(act);
    return field.filter(this::free).isPresent()
        && (machine(field.get()).free().drive() || below(field.get()));
  }

  /** The object is of a class below in the same package, and whichever it is, it is driven. */
  private boolean below(FieldRef field) {
    ClassInfo own = flows.hierarchy().find(field.owner()).orElse(null);
    if (own == null || !own.has(Modifier.ABSTRACT)) {
      return false;
    }
    int driven = 0;
    for (ClassInfo c : flows.classes()) {
      boolean extending =
          !c.has(Modifier.ABSTRACT) && flows.hierarchy().isSubtype(c.name(), field.owner());
      if (extending
          && !(c.packageName().equals(own.packageName())
              && known.computeIfAbsent(c.name(), this::machine).free().drive())) {
        return false;
      }
      driven += extending ? 1 : 0;
    }
    return driven > 0;
  }

  /** What is written, or set in an atomic. */
  private Optional<FieldRef> written(Access act) {
    return act.call() == null || moves(act) ? act.target().field() : Optional.empty();
  }

  /** An atomic gets its next state; to raise a flag is to claim something. */
  private boolean moves(Access act) {
    return steps.stores(act) && !act.call().params().get(0).equals("boolean");
  }

  private Machine machine(FieldRef field) {
    return known.computeIfAbsent(field.owner(), this::machine);
  }

  /** Of the class, with those of its package that it extends: it is one object. */
  private Machine machine(String owner) {
    Machine machine = new Machine(new Steps(), new HashMap<>());
    for (String type : whole(owner)) {
      for (MethodInfo m : flows.hierarchy().find(type).map(ClassInfo::methods).orElse(List.of())) {
        flows.flow(m.ref()).ifPresent(f -> collect(f, machine));
      }
    }
    return machine;
  }

  private List<String> whole(String owner) {
    List<String> all = new ArrayList<>(List.of(owner));
    ClassInfo info = flows.hierarchy().find(owner).orElse(null);
    while (info != null && info.superName().isPresent()) {
      ClassInfo up = flows.hierarchy().find(info.superName().get()).orElse(null);
      boolean beside = up != null && up.packageName().equals(info.packageName());
      info = beside && flows.dispatch().analyses(up.name()) ? up : null;
      if (info != null) {
        all.add(info.name());
      }
    }
    return all;
  }

  private void collect(MethodFlow flow, Machine machine) {
    List<CheckThenActs.Pair> pairs = new ArrayList<>(steps.checkThenActs(flow).all());
    pairs.addAll(steps.checkThenActs(flow).asides());
    for (CheckThenActs.Pair pair : pairs) {
      if (own(pair.act()) && !fills(pair) && steps.guarding().races(pair, flow)) {
        add(pair.act(), pair.decision().test().relation(), flow, machine);
      }
    }
    for (CheckThenActs.Pair pair : steps.checkThenActs(flow).settled()) {
      if (own(pair.act()) && steps.guarding().races(pair, flow)) {
        ofField(pair.act(), pair.decision().test().relation(), flow, machine);
      }
    }
    for (Updates.Update update : steps.updates(flow)) {
      if (own(update.write()) && inStep(update.write(), flow)) {
        add(update.write(), null, flow, machine);
      }
    }
  }

  private void add(Access write, Op.Relation test, MethodFlow flow, Machine machine) {
    ofField(write, test, flow, machine);
    if (free(written(write).orElseThrow())) {
      machine.free().add(write, test, flow);
    }
  }

  private void ofField(Access write, Op.Relation test, MethodFlow flow, Machine machine) {
    FieldRef field = written(write).orElseThrow();
    machine.fields().computeIfAbsent(field, f -> new Steps()).add(write, test, flow);
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

  private boolean own(Access act) {
    Place target = act.target();
    return (act.kind() == Access.Kind.WRITE || moves(act))
        && target.root() instanceof Root.This
        && target.path().size() == 1
        && written(act).isPresent();
  }

  /**
   * What is emptied again is a state, and not something that is made once: {@code current = null}.
   */
  private boolean comesAndGoes(Access fills, FieldRef field) {
    return fills.call() == null
        && steps.fields().of(field).stream()
                .map(FieldUses.Use::access)
                .filter(a -> a.kind() == Access.Kind.WRITE && !a.owned())
                .filter(a -> Unbroken.nothing(a.value()))
                .count()
            > 1;
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

  /** Volatile or atomic, of an object, and nobody ever locks to change it. */
  private boolean free(FieldRef field) {
    FieldInfo info = steps.fields().info(field).orElse(null);
    boolean atomic =
        info != null && steps.fields().ofType(info.ref().type()).contains(Trait.CONCURRENT);
    if (info == null || !info.has(Modifier.VOLATILE) && !atomic || info.has(Modifier.STATIC)) {
      return false;
    }
    for (FieldUses.Use use : steps.fields().of(field)) {
      Access a = use.access();
      if (a.changes() && !a.owned() && !a.held().isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
