package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Spins;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Who won a race has the state to itself: code that runs only after a successful compare-and-set,
 * or after taking what only one thread can take. Who tries until it wins has won nothing, or a lock
 * ({@link Spins}).
 */
public final class Claims {
  private final Flows flows;
  private final FieldUses uses;
  private final Counted counted;
  private final Callers callers;
  private final Makers makers;
  private final FirstIn firstIn;
  private final Map<MethodRef, List<Claim>> known = new HashMap<>();
  private final Map<MethodRef, Boolean> winners = new HashMap<>();
  private final Map<MethodRef, Boolean> passing = new HashMap<>();
  private final Set<FieldRef> claimed = new HashSet<>();

  /**
   * A call, or a test under a lock, that only one thread wins.
   *
   * @param retried whether the others win after it: it then has shown what it compared, no more
   * @param decides which operations the outcome decides
   */
  private record Claim(int op, Place on, boolean retried, IntPredicate decides) {}

  /** Of a solved compilation. */
  public Claims(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
    this.counted = new Counted(flows, uses);
    this.callers = flows.callers();
    this.makers = new Makers(flows);
    this.firstIn = new FirstIn(flows, uses);
  }

  /**
   * Whether an access runs only in the thread that won; those who may see a container need not even
   * have tried.
   */
  public boolean won(Access act, MethodFlow flow) {
    Optional<FieldRef> container = Parts.container(act.target()).field();
    if (act.call() != null && !act.keyed() && container.filter(uses::open).isPresent()) {
      return container.filter(this::inherited).isPresent()
          && (claimed(act, true, flow) || either(act, flow) || wonInside(act));
    }
    return claimed(act, false, flow)
        || !act.keyed() && callsWon(flow) && !givenBack(act, flow)
        || either(act, flow)
        || wonInside(act);
  }

  /**
   * @param same whether it has to be won by a step on what is accessed
   */
  private boolean claimed(Access act, boolean same, MethodFlow flow) {
    for (Claim claim : of(flow.method().ref(), flow)) {
      boolean on = claim.on() != null && CheckThenActs.sameContainer(claim.on(), act.target());
      boolean itself = claim.op() == act.op() || act.keyed() && on && !sameObject(claim, act, flow);
      if (!itself
          && !(counts(claim, flow) && !act.atomic())
          && (on || !same && !claim.retried())
          && claim.decides().test(act.op())
          && !(flow.op(claim.op()) instanceof Op.Call && counted.shares(claim.op(), act, flow))) {
        return true;
      }
    }
    return false;
  }

  /** {@code while (!n.compareAndSet(old, old + 1)) old = n.get()}: each of them wins in the end. */
  private static boolean counts(Claim claim, MethodFlow flow) {
    Sym[] args = flow.args(claim.op());
    int block = flow.blockOf(claim.op());
    boolean steps =
        args.length > 2
            && args[args.length - 1] instanceof Sym.Calc next
            && next.leaves().contains(args[args.length - 2]);
    return steps && (claim.retried() || flow.reaches(block, block));
  }

  /**
   * An updater's field of one object is no entry of many: {@code STATE.set(this, IDLE)}. And
   * whoever was the first to put an entry may replace it.
   */
  private boolean sameObject(Claim claim, Access act, MethodFlow flow) {
    Sym[] args = flow.args(claim.op());
    boolean entry = entries(claim.on().type());
    boolean taken = flow.op(claim.op()) instanceof Op.Call c && flows.meaning(c.method()).removes();
    return !(entry && taken)
        && args.length > (entry ? 1 : 2)
        && args[1] != null
        && CheckThenActs.sameValue(args[1], act.key());
  }

  /** {@code if (s.compareAndSet(A, C) || s.compareAndSet(B, C)) s.set(D)}. */
  private boolean either(Access act, MethodFlow flow) {
    List<Op.Test> wins = new ArrayList<>();
    for (Claim claim : act.keyed() ? List.<Claim>of() : of(flow.method().ref(), flow)) {
      boolean same = claim.on() != null && CheckThenActs.sameContainer(claim.on(), act.target());
      for (Decisions.Decision d : new Decisions(flow, claim.op()).all()) {
        boolean tells = exact(d) && direct(d.left(), claim.op(), flow) && wins(d);
        if (same && !claim.retried() && claim.op() != act.op() && tells) {
          wins.add(d.test());
        }
      }
    }
    return wins.size() > 1 && !reaches(flow.blockOf(act.op()), wins, flow);
  }

  private static boolean wins(Decisions.Decision d) {
    Object value = d.right() instanceof Sym.Lit l ? l.value() : null;
    return Outcomes.shows(Fact.When.IF_TRUE, d.test().relation(), value)
        || Outcomes.shows(Fact.When.IF_NOT_ZERO, d.test().relation(), value);
  }

  /** Whether any way leads to a block past these tests. */
  private static boolean reaches(int block, List<Op.Test> past, MethodFlow flow) {
    Predicate<Op.Test> open = test -> !past.contains(test);
    return Ways.from(flow.body(), new int[] {0}, at -> true, b -> Ways.all(b, open)).get(block);
  }

  /** The helper that acts has to win first: what its caller tested only saves the call. */
  private boolean wonInside(Access act) {
    Access inside = flows.inside(act).orElse(null);
    return inside != null && won(inside, flows.flow(act.via().get(0).callee()).orElseThrow());
  }

  /** A state that classes below see, who may be trusted to ask it as this one does. */
  private boolean inherited(FieldRef field) {
    return !entries(field.type())
        && uses.info(field).filter(f -> !f.has(Modifier.PUBLIC)).isPresent();
  }

  /**
   * Whether a helper, a step of a template, or a task runs only on behalf of who won, and on the
   * same object.
   */
  private boolean callsWon(MethodFlow flow) {
    MethodRef method = flow.method().ref();
    Boolean known = winners.get(method);
    if (known == null) {
      winners.put(method, false);
      boolean inner = inner(flow.method());
      List<Callers.Caller> all = inner ? callers.of(method) : callers.ofStep(method);
      List<Makers.Made> made = inner ? makers.of(method) : List.of();
      known =
          !(all.isEmpty() && made.isEmpty())
              && all.stream().allMatch(this::won)
              && made.stream().allMatch(this::won);
      winners.put(method, known);
    }
    return known;
  }

  /** Only called, or handed over, by code that is seen. */
  private boolean inner(MethodInfo method) {
    MethodRef ref = method.ref();
    boolean body = method.isLambda() || LockNodes.anonymous(ref.owner());
    boolean hidden = !method.has(Modifier.PUBLIC) && !callers.step(ref);
    return body || !method.isStatic() && (hidden || method.has(Modifier.PRIVATE));
  }

  /** {@code scheduled.set(false)} at the start of a task lets the next one in beside it. */
  private boolean givenBack(Access act, MethodFlow flow) {
    return flows.accesses(flow.method().ref()).stream()
        .anyMatch(
            a ->
                a.changes()
                    && a.op() < act.op()
                    && a.target().field().filter(claimed::contains).isPresent());
  }

  private boolean won(Callers.Caller caller) {
    boolean own =
        caller.on() != null
            && caller.on().root() instanceof Place.Root.This
            && caller.on().path().stream().allMatch(Place.Step::outer);
    return own && wonOnSelf(caller.in(), caller.op());
  }

  /** One task for each win. */
  private boolean won(Makers.Made made) {
    return made.own() && !made.repeated() && wonOnSelf(made.in(), made.op());
  }

  /** Whether only the thread that won a race for the object's own state gets to an operation. */
  public boolean wonOnSelf(MethodFlow in, int op) {
    for (Claim c : of(in.method().ref(), in)) {
      boolean own = c.on() != null && c.on().root() instanceof Place.Root.This;
      if (own && c.op() != op && !c.retried() && !entries(c.on().type()) && c.decides().test(op)) {
        c.on().field().ifPresent(claimed::add);
        return true;
      }
    }
    return callsWon(in);
  }

  /** Who wins one entry has no claim to the others. */
  private boolean entries(String type) {
    return flows.works(type, Fact.Shape.MAP) || flows.works(type, Fact.Shape.COLLECTION);
  }

  private List<Claim> of(MethodRef method, MethodFlow flow) {
    return known.computeIfAbsent(method, r -> of(flow));
  }

  /** The answer itself was tested, not what another call says of it. */
  private static boolean direct(Sym tested, int claim, MethodFlow flow) {
    return !(tested instanceof Sym.At at
        && at.origin() >= 0
        && at.origin() != claim
        && flow.op(at.origin()) instanceof Op.Call);
  }

  /** One outcome of many, not a comparison of sizes, unless nothing is left. */
  static boolean exact(Decisions.Decision d) {
    Op.Relation relation = d.test().relation();
    boolean none =
        d.right() instanceof Sym.Lit l && l.value() instanceof Number n && n.longValue() == 0;
    return (relation == Op.Relation.EQ || relation == Op.Relation.NE)
            && (d.right() instanceof Sym.Lit || d.left() instanceof Sym.Lit)
        || relation == Op.Relation.LE && none;
  }

  private List<Claim> of(MethodFlow flow) {
    List<Claim> found = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call && call.to().isPresent() && claims(call, flow, n)) {
            Sym[] args = flow.args(n);
            boolean receiver = call.dispatch() != Op.Dispatch.STATIC && args.length > 0;
            Place on = receiver ? args[0].where().orElse(null) : null;
            boolean retried = flows.homeMade().spins().retried(call, flow.blockOf(n), flow.body());
            found.add(new Claim(n, on, retried, wins(n, flow)));
          }
        });
    firstIn.of(flow).forEach(l -> found.add(new Claim(l.test(), l.on(), false, l.through())));
    return found;
  }

  private static IntPredicate wins(int claim, MethodFlow flow) {
    Decisions decisions = new Decisions(flow, claim);
    IntPredicate won = decides(decisions, claim, flow);
    IntPredicate flagged = WonFlags.of(decisions, won, flow);
    return op -> won.test(op) || flagged.test(op);
  }

  private static IntPredicate decides(Decisions decisions, int claim, MethodFlow flow) {
    return op ->
        decisions
            .over(op)
            .filter(d -> exact(d) || d.test().relation() == Op.Relation.EQ && drawn(claim, flow))
            .filter(d -> direct(d.left(), claim, flow))
            .isPresent();
  }

  /** {@code if (done.incrementAndGet() == all)}: each number comes up once. */
  private static boolean drawn(int claim, MethodFlow flow) {
    return flow.op(claim) instanceof Op.Call call
        && Primitives.is(call.method().returns())
        && !call.method().returns().equals("boolean");
  }

  private boolean claims(Op.Call call, MethodFlow flow, int n) {
    if (flows.book().says(Fact.Atomic.class, call.method())) {
      return true;
    }
    List<MethodInfo> targets = flows.targets(call, n, flow);
    return targets.size() == 1
        && flows.flow(targets.get(0).ref()).map(this::passesOn).orElse(false);
  }

  /** {@code return STATE.compareAndSet(this, 0, 1)}, or true for the first one only. */
  private boolean passesOn(MethodFlow helper) {
    MethodRef ref = helper.method().ref();
    Boolean known = passing.get(ref);
    if (known == null) {
      boolean small = helper.body().blocks().size() <= 4;
      known =
          ref.returns().equals("boolean") && answersFirst(helper)
              || small && helper.returns(v -> atomic(v, helper));
      passing.put(ref, known);
    }
    return known;
  }

  private boolean atomic(Sym value, MethodFlow flow) {
    return value instanceof Sym.At at
        && at.origin() >= 0
        && flow.op(at.origin()) instanceof Op.Call call
        && flows.book().says(Fact.Atomic.class, call.method());
  }

  private boolean answersFirst(MethodFlow helper) {
    List<FirstIn.Left> left = firstIn.of(helper);
    boolean[] all = {!left.isEmpty()};
    helper.replay(
        (op, n, at) -> {
          if (op instanceof Op.Return r && !r.thrown() && r.value().isPresent()) {
            boolean through = left.stream().anyMatch(l -> l.through().test(n));
            all[0] &=
                at.sym(r.value().get()) instanceof Sym.Lit answer
                    && through != Gained.isFalse(answer.value(), helper);
          }
        });
    return all[0];
  }
}
