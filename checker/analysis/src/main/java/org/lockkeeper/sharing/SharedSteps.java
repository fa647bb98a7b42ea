package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lockkeeper.facts.Fact.Shape;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.CollectedKeys;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Harmless;
import org.lockkeeper.interprocedural.SplitSections;
import org.lockkeeper.interprocedural.SweptEntries;
import org.lockkeeper.ir.MethodRef;

/** The steps that methods take on state which other threads may change in between. */
public final class SharedSteps {
  private final Flows flows;
  private final FieldUses fields;
  private final Guarding guarding;
  private final LostSteps lost;
  private final JoinedBounds bounds;
  private final Recycled recycled;
  private final MovedBuffers buffers;
  private final Map<MethodRef, CheckThenActs> pairs = new HashMap<>();
  private Driven driven;

  /** Of a solved compilation. */
  public SharedSteps(Flows flows, FieldUses fields) {
    this.flows = flows;
    this.fields = fields;
    this.guarding = new Guarding(flows, fields);
    this.lost = new LostSteps(fields);
    this.bounds = new JoinedBounds(flows);
    this.recycled = new Recycled(flows, fields);
    this.buffers = new MovedBuffers(flows, fields);
  }

  /** Who uses which field. */
  public FieldUses fields() {
    return fields;
  }

  /** Whether locks keep others out. */
  public Guarding guarding() {
    return guarding;
  }

  /** Tests that decide actions, in one method. */
  public CheckThenActs checkThenActs(MethodFlow flow) {
    MethodRef ref = flow.method().ref();
    return pairs.computeIfAbsent(ref, r -> new CheckThenActs(flow, flows.accesses(r)));
  }

  /** The same, and steps between fixed values that another thread's step is lost by. */
  public List<CheckThenActs.Pair> decidedActs(MethodFlow flow) {
    List<CheckThenActs.Pair> all = new ArrayList<>(checkThenActs(flow).all());
    List<Access> accesses = flows.accesses(flow.method().ref());
    List<CheckThenActs.Pair> others = new ArrayList<>(checkThenActs(flow).settled());
    others.removeIf(s -> lost.by(s, flow).isEmpty() && !lost.toggles(s, flow));
    others.addAll(bounds.all(flow));
    others.addAll(new DroppedSwaps(flow, accesses).trusted());
    others.addAll(new TornSteps(flow, accesses).overruns());
    others.addAll(new SweptEntries(flows, flow).all());
    others.addAll(new CollectedKeys(flow, accesses).all());
    others.addAll(new VanishedFields(flows, fields, flow).all());
    for (CheckThenActs.Pair other : others) {
      if (all.stream().noneMatch(p -> p.act().op() == other.act().op())) {
        all.add(other);
      }
    }
    TakenBack back = new TakenBack(flow);
    List<CheckThenActs.Pair> first = List.copyOf(all);
    all.removeIf(pair -> back.is(pair, first));
    return all;
  }

  /** What makes a test wrong before what was tested, or another field, is used by it. */
  public Optional<Access> outdates(CheckThenActs.Pair pair, MethodFlow flow) {
    if (pair.act().kind() == Access.Kind.USE) {
      return taken(pair.act());
    }
    if (pair.act().kind() == Access.Kind.READ) {
      return new VanishedFields(flows, fields, flow).lost(pair.check());
    }
    return bounds.counterpart(pair, flow);
  }

  /** Who takes out what was found; empty where only others do whom the analysis does not see. */
  private Optional<Access> taken(Access use) {
    return Parts.container(use.target()).field().stream()
        .flatMap(f -> fields.of(f).stream())
        .map(FieldUses.Use::access)
        .filter(a -> a.kind() == Access.Kind.ACT && a.call() != null && !a.owned())
        .filter(a -> flows.meaning(a.call()).removes())
        .findFirst();
  }

  /** What another thread may write, and an action then overwrites. */
  public Optional<Access> lost(CheckThenActs.Pair pair, MethodFlow flow) {
    return guarding
        .undone(pair.act())
        .or(() -> lost.by(pair, flow))
        .or(() -> new Counterparts(flows, fields).of(pair, flow));
  }

  /** What an action writes or sets, by a helper or itself; {@code null} if it is no one value. */
  public Sym stored(Access act) {
    return new Counterparts(flows, fields).stored(act);
  }

  /** Values that one critical section reads and a later one trusts, in one method. */
  public List<SplitSections.Split> splitSections(MethodFlow flow) {
    List<Access> accesses = flows.accesses(flow.method().ref());
    List<SplitSections.Split> all = new SplitSections(flow, accesses, checkThenActs(flow)).all();
    all.addAll(new TiedSections(flows, flow).all());
    all.addAll(new ChosenSections(flow, accesses, fields).all());
    Retests retests = new Retests(flows);
    all.removeIf(
        split ->
            retests.asks(split.act(), flow, replaces(split.act()))
                || split.act().kind() == Access.Kind.USE && retests.heeded(split.act())
                || guarding.alone(split, flow)
                || split.given() && retests.ignoresCaller(split.act()));
    return all;
  }

  /** Whether it puts a new value in place: who is refused has lost nothing. */
  private boolean replaces(Access act) {
    Sym stored = stored(act);
    return stored != null && !(stored instanceof Sym.Calc);
  }

  /** Whether it gives a holder of one value another one: {@code state.set(DONE)}. */
  public boolean stores(Access act) {
    return act.kind() == Access.Kind.ACT
        && act.call() != null
        && !act.keyed()
        && act.via().isEmpty()
        && act.call().params().size() == 1
        && act.call().returns().equals("void")
        && !flows.meaning(act.call()).atomic()
        && !flows.works(act.target().type(), Shape.COLLECTION)
        && !flows.works(act.target().type(), Shape.MAP);
  }

  /** Whether what an action writes is computed from what its test read: an update. */
  public boolean feeds(CheckThenActs.Pair pair, MethodFlow flow) {
    return pair.act().changes() && updatesOf(flow).feeds(pair.check(), pair.act());
  }

  /** Updates that are not one step, in one method. */
  public List<Updates.Update> updates(MethodFlow flow) {
    return updates(flow, update -> true);
  }

  /** Those of {@code which}; to say no spares the search for what keeps others out. */
  public List<Updates.Update> updates(MethodFlow flow, Predicate<Updates.Update> which) {
    Updates updates = updatesOf(flow);
    List<Updates.Update> all = new ArrayList<>(updates.all(which));
    List<Access> accesses = flows.accesses(flow.method().ref());
    List<Updates.Update> others =
        new ArrayList<>(new SharedValues(flow, accesses, fields, flows).all());
    others.addAll(new SizedNumbers(flow, accesses, fields, flows).all());
    others.addAll(new DroppedSwaps(flow, accesses).all());
    others.addAll(new DroppedOutcomes(flow, flows).all());
    others.addAll(new TornSteps(flow, accesses).drawn());
    others.addAll(new Drains(flow, accesses, fields, guarding, checkThenActs(flow)).all());
    new Exchanges(flow, accesses, guarding, checkThenActs(flow), this::stores)
        .all().stream()
            .filter(e -> others.stream().noneMatch(o -> o.write().op() == e.write().op()))
            .forEach(others::add);
    others.stream().filter(which).forEach(all::add);
    return all;
  }

  /** Those of {@code which} where each task holds only a lock of its own. */
  public List<Updates.Update> underOwnLocks(MethodFlow flow, Predicate<Updates.Update> which) {
    TasksOwnLocks own = new TasksOwnLocks(fields, new ConstructorInputs(flows));
    return updatesOf(flow).of(u -> own.only(u.write()) && which.test(u));
  }

  private Updates updatesOf(MethodFlow flow) {
    return new Updates(flow, flows.accesses(flow.method().ref()), fields, guarding);
  }

  /**
   * Whether what is updated is the state of an object that one thread at a time drives, as the
   * other steps of its class show.
   */
  public boolean driven(Updates.Update update, MethodFlow flow) {
    return driven().is(update, flow)
        || recycled(update.write())
        || buffers.with(update.write(), flow);
  }

  /** The same of a test and the action that it decides. */
  public boolean driven(CheckThenActs.Pair pair, MethodFlow flow) {
    return driven().is(pair) || recycled(pair.act()) || buffers.with(pair.act(), flow);
  }

  private boolean recycled(Access write) {
    return write.call() == null && write.target().field().filter(recycled::is).isPresent();
  }

  /** Whether they set up an object that is not shared yet, or forget what is found out again. */
  public boolean harmless(CheckThenActs.Pair pair, MethodFlow flow) {
    return new SetUp(flows, fields).is(pair, flow)
        || new Harmless(flow).bounds(pair.act(), pair.decision()) && refilled(pair.act());
  }

  /** Whether a method puts into a container what it has looked for there in vain. */
  private boolean refilled(Access act) {
    for (FieldUses.Use use : act.target().field().map(fields::of).orElse(List.of())) {
      MethodFlow in = use.access().keyed() ? flows.flow(use.method()).orElse(null) : null;
      for (CheckThenActs.Pair pair :
          in == null ? List.<CheckThenActs.Pair>of() : checkThenActs(in).all()) {
        Access put = pair.act();
        if (pair.check().keyed()
            && put.keyed()
            && put.target().field().equals(act.target().field())
            && !guarding.removes(put)) {
          return true;
        }
      }
    }
    return false;
  }

  private Driven driven() {
    driven = driven == null ? new Driven(this, flows) : driven;
    return driven;
  }
}
