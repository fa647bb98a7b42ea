package org.lockkeeper.check;

import java.util.List;
import org.lockkeeper.cooperation.Cooperation;
import org.lockkeeper.cooperation.Waiting;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Makings;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;
import org.lockkeeper.order.DeclaredOrder;
import org.lockkeeper.order.LockCycles;
import org.lockkeeper.order.LockFacts;
import org.lockkeeper.order.LockGraph;
import org.lockkeeper.order.OutsideLocks;
import org.lockkeeper.order.OwnLocks;
import org.lockkeeper.order.PeerLocks;
import org.lockkeeper.order.Threads;
import org.lockkeeper.sharing.Captures;
import org.lockkeeper.sharing.GuardContracts;
import org.lockkeeper.sharing.Intent;
import org.lockkeeper.sharing.SharedSteps;
import org.lockkeeper.sharing.SpunFields;
import org.lockkeeper.sharing.Updates;
import org.lockkeeper.sharing.UsualGuards;

/**
 * Everything that can be asked about a compilation, each question answered once, when first asked.
 */
public final class Questions {
  private final Flows flows;
  private final Makings makings;
  private FieldUses fields;
  private Captures captures;
  private Intent intent;
  private SharedSteps steps;
  private Cooperation cooperation;
  private LockGraph graph;
  private Waiting waiting;
  private DeclaredOrder order;

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

  /** Steps on shared state. */
  public SharedSteps steps() {
    steps = steps == null ? new SharedSteps(flows, fields()) : steps;
    return steps;
  }

  /** Updates of state that somebody shows to be shared, which are not one step, in one method. */
  public List<Updates.Update> updates(MethodFlow flow) {
    List<Updates.Update> all =
        steps().updates(flow, u -> intent().reason(u.shared(), flow).isPresent() && !ofHelper(u));
    all.addAll(steps().underOwnLocks(flow, u -> intent().amongTasks(u.write(), flow).isPresent()));
    return all;
  }

  /** {@code seat.set(seat.get() + 1)}: neither helper does both. */
  private static boolean apart(Updates.Update u) {
    return !u.read().via().isEmpty() && u.read().op() != u.write().op();
  }

  /** A helper steps on a field of a value, and is told so itself. */
  private boolean ofHelper(Updates.Update u) {
    Summary.Via last =
        u.write().via().isEmpty() ? null : u.write().via().get(u.write().via().size() - 1);
    MethodFlow helper =
        last == null || u.shared() == u.write() || apart(u)
            ? null
            : flows.flow(last.callee()).orElse(null);
    return helper != null
        && flows.accesses(last.callee()).stream()
            .filter(a -> a.changes() && a.inner().equals(u.write().inner()))
            .anyMatch(a -> intent().reason(a, helper).isPresent());
  }

  /** Which lock is acquired under which. */
  public LockGraph lockGraph() {
    graph = graph == null ? new LockGraph(flows, makings, fields()) : graph;
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
    return new SpunFields(flows, steps(), flow).of(loop);
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

  /** What cooperative code does to the tasks beside it. */
  public Cooperation cooperation() {
    cooperation = cooperation == null ? new Cooperation(flows, fields()) : cooperation;
    return cooperation;
  }
}
