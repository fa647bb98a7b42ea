package org.lockkeeper.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;

/**
 * Everything that can be asked about a compilation, each question answered once, when first asked.
 */
public final class Questions {
  private final Flows flows;
  private final Makings makings;
  private FieldUses fields;
  private Captures captures;
  private Intent intent;
  private Guarding guarding;
  private Cooperation cooperation;
  private LockGraph graph;
  private Waiting waiting;
  private DeclaredOrder order;
  private Driven driven;
  private final Map<MethodRef, CheckThenActs> pairs = new HashMap<>();

  /** Solves the compilation. */
  public Questions(Hierarchy hierarchy, FactBook book, List<ClassInfo> classes) {
    this.flows = new Flows(hierarchy, book, classes);
    this.makings = new Makings(flows);
  }

  /** Every method, solved. */
  public Flows flows() {
    return flows;
  }

  /** Who uses which field. */
  public FieldUses fields() {
    fields = fields == null ? new FieldUses(flows) : fields;
    return fields;
  }

  /** Where captured variables come from. */
  public Captures captures() {
    captures = captures == null ? new Captures(flows) : captures;
    return captures;
  }

  /** The intent gate. */
  public Intent intent() {
    intent = intent == null ? new Intent(flows, fields(), captures()) : intent;
    return intent;
  }

  /** Whether locks keep others out. */
  public Guarding guarding() {
    guarding = guarding == null ? new Guarding(flows, fields()) : guarding;
    return guarding;
  }

  /** Tests that decide actions, in one method. */
  public CheckThenActs checkThenActs(MethodFlow flow) {
    MethodRef ref = flow.method().ref();
    return pairs.computeIfAbsent(ref, r -> new CheckThenActs(flow, flows.accesses(r)));
  }

  /** The same, and steps between fixed values that another thread's step is lost by. */
  public List<CheckThenActs.Pair> decidedActs(MethodFlow flow) {
    List<CheckThenActs.Pair> all = new java.util.ArrayList<>(checkThenActs(flow).all());
    LostSteps lost = new LostSteps(fields());
    for (CheckThenActs.Pair step : checkThenActs(flow).settled()) {
      boolean known = all.stream().anyMatch(p -> p.act().op() == step.act().op());
      if (!known && lost.by(step, flow).isPresent()) {
        all.add(step);
      }
    }
    return all;
  }

  /** What another thread may write, and an action then overwrites. */
  public Optional<Access> lost(CheckThenActs.Pair pair, MethodFlow flow) {
    return guarding().undone(pair.act()).or(() -> new LostSteps(fields()).by(pair, flow));
  }

  /** Values that one critical section reads and a later one trusts, in one method. */
  public List<SplitSections.Split> splitSections(MethodFlow flow) {
    List<Access> accesses = flows.accesses(flow.method().ref());
    List<SplitSections.Split> all = new SplitSections(flow, accesses, checkThenActs(flow)).all();
    Retests retests = new Retests(flows);
    all.removeIf(split -> retests.asks(split.act(), flow, false));
    return all;
  }

  /** Whether what an action writes is computed from what its test read: an update. */
  public boolean feeds(CheckThenActs.Pair pair, MethodFlow flow) {
    List<Access> accesses = flows.accesses(flow.method().ref());
    return pair.act().changes()
        && new Updates(flow, accesses, fields(), guarding()).feeds(pair.check(), pair.act());
  }

  /** Updates that are not one step, in one method. */
  public List<Updates.Update> updates(MethodFlow flow) {
    List<Access> accesses = flows.accesses(flow.method().ref());
    Updates updates = new Updates(flow, accesses, fields(), guarding());
    List<Updates.Update> all = new java.util.ArrayList<>(updates.all());
    all.addAll(updates.ofValues());
    return all;
  }

  /** Which lock is acquired under which. */
  public LockGraph lockGraph() {
    graph = graph == null ? new LockGraph(flows, makings) : graph;
    return graph;
  }

  /** Locks that can be waited for in a circle. */
  public List<List<LockGraph.Edge>> lockCycles() {
    PeerLocks peers = new PeerLocks(flows, lockGraph());
    List<List<LockGraph.Edge>> all =
        new java.util.ArrayList<>(new LockCycles(ownLocks(), peers.all()).all());
    OutsideLocks outside = new OutsideLocks(flows.hierarchy(), flows.classes());
    all.addAll(
        outside.cycles(
            lockFacts(""),
            classes ->
                new Questions(flows.hierarchy(), flows.book(), classes).lockFacts("outside")));
    return all;
  }

  /**
   * What other compilations need to know of the locks of this one.
   *
   * @param module its name; empty for none
   */
  public LockFacts lockFacts(String module) {
    return LockFacts.of(lockGraph(), ownLocks(), flows.hierarchy(), module);
  }

  private OwnLocks ownLocks() {
    return new OwnLocks(flows, lockGraph(), declaredOrder(), new Threads(flows, makings));
  }

  /** The locks that users of fields hold. */
  public UsualGuards usualGuards() {
    return new UsualGuards(flows, fields());
  }

  /**
   * What must not move from where it stands in a method into a function or under a lock.
   *
   * @param container what the function would run inside of; {@code null} for none
   */
  public List<Obstacle> obstacles(MethodFlow flow, Place container) {
    waiting = waiting == null ? new Waiting(flows, fields()) : waiting;
    return new Obstacles(flows, waiting.below(flow), flow, container).all();
  }

  /** Plain fields that a loop of a method waits for others to change. */
  public List<SpunFields.Spun> spun(MethodFlow flow, Site loop) {
    return new SpunFields(this, flow).of(loop);
  }

  /** The order that annotations declare. */
  public DeclaredOrder declaredOrder() {
    order = order == null ? new DeclaredOrder(flows, lockGraph().nodes()) : order;
    return order;
  }

  /** Declared guards, and where they are not kept. */
  public GuardContracts guardContracts() {
    return new GuardContracts(flows, fields());
  }

  /**
   * Whether what is updated is the state of an object that one thread at a time drives, as the
   * other steps of its class show.
   */
  public boolean driven(Updates.Update update, MethodFlow flow) {
    return driven().is(update, flow);
  }

  /** The same of a test and the action that it decides. */
  public boolean driven(CheckThenActs.Pair pair) {
    return driven().is(pair);
  }

  private Driven driven() {
    driven = driven == null ? new Driven(this, flows) : driven;
    return driven;
  }

  /** What cooperative code does to the tasks beside it. */
  public Cooperation cooperation() {
    cooperation = cooperation == null ? new Cooperation(flows, fields()) : cooperation;
    return cooperation;
  }
}
