package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;

/** Declared guards of fields and methods, and where they are not kept. */
public final class GuardContracts {
  private static final Set<String> GUARD_ITSELF = Set.of("itself", "<self>");

  private final Flows flows;
  private final FieldUses uses;
  private final Rivals rivals;
  private final KeptGuards kept;
  private final GuardNeeds needs;
  private final GuardedContents contents;
  private final MainPhases phases;

  private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}_.]+");

  /** A guard expression that names nothing that could guard. */
  public record Problem(Site site, String text) {}

  /** Somebody who does hold the guard. */
  public record Rival(Site site, String text) {}

  /**
   * A use without the guard.
   *
   * @param wanted the lock that holding would cure it; empty for several, or where that is not all
   * @param held locks held there
   * @param taken where a lock was acquired that must not be held; {@code null} for others
   */
  public record Breach(
      Site site,
      String text,
      String act,
      String name,
      String because,
      String cost,
      String advice,
      List<Rival> rivals,
      Optional<Lock> wanted,
      HeldLocks held,
      Site taken) {}

  /** Of a solved compilation. */
  public GuardContracts(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
    this.rivals = new Rivals(flows, uses);
    this.kept = new KeptGuards(flows);
    this.needs = new GuardNeeds(flows, kept);
    this.contents = new GuardedContents(flows, uses);
    this.phases = new MainPhases(flows, uses);
  }

  /** Expressions in a class that name nothing that could guard. */
  public List<Problem> problems(ClassInfo info) {
    return new GuardExpressions(flows, needs).problems(info);
  }

  /** Uses without the guard in one solved method, one a line and name. */
  public List<Breach> breaches(MethodFlow flow) {
    Map<String, Breach> found = new LinkedHashMap<>();
    for (Access a : flows.accesses(flow.method().ref())) {
      if (a.via().isEmpty() && !a.owned() && !follows(a, flow) && !phases.alone(a, flow)) {
        field(a)
            .filter(f -> !Parts.isElement(a.target()) || a.changes() || uses.elementsChange(f))
            .filter(f -> a.call() == null || a.changes() || !uses.replaced(f))
            .ifPresent(f -> access(a, f, flow, found));
      }
    }
    new LeavingViews(flows, uses, rivals).all(flow).forEach(b -> put(found, b));
    References references = new References(flows, flow);
    for (Access a : contents.uses(flow)) {
      field(a).ifPresent(f -> access(a, f, flow, found));
    }
    for (Access a : references.bound(flows.accesses(flow.method().ref()))) {
      field(a).ifPresent(f -> access(a, f, flow, found));
    }
    flow.replay(
        (op, n, at) -> {
          Optional<Op.Call> called = references.called(op);
          if (called.isPresent() && flows.meaning(called.get().method()).contracts()) {
            Point there = op != called.get() && references.escapes(n) ? at.unlocked() : at;
            calls(called.get(), n, there, flow, found);
          }
        });
    return new ArrayList<>(found.values());
  }

  /** A step of {@code map.values().stream()} behind the read of {@code map}, which is reported. */
  private static boolean follows(Access a, MethodFlow flow) {
    int op = a.call() == null ? -1 : a.op();
    while (op >= 0 && flow.op(op) instanceof Op.Call && flow.args(op).length > 0) {
      op = flow.args(op)[0] instanceof Sym.At on ? on.origin() : -1;
      if (op >= 0 && flow.op(op) instanceof Op.Read && a.kind() != Access.Kind.ACT) {
        return a.target().last().orElse(null) instanceof Place.Step.Part
            && flow.blockOf(op) == flow.blockOf(a.op());
      }
    }
    return false;
  }

  private static Optional<FieldRef> field(Access a) {
    return whole(a).field();
  }

  /** The container or the array that is touched. */
  private static Place whole(Access a) {
    Place whole = a.target();
    while (Parts.isElement(whole)) {
      whole = whole.parent();
    }
    return whole == a.target() ? Parts.container(whole) : whole;
  }

  private void access(Access a, FieldRef field, MethodFlow flow, Map<String, Breach> found) {
    List<Fact.GuardedBy> facts = flows.book().ofField(Fact.GuardedBy.class, field);
    boolean itself = facts.stream().anyMatch(f -> GUARD_ITSELF.containsAll(f.guards()));
    boolean reference = a.target().field().filter(field::equals).isPresent();
    boolean put = itself && a.kind() == Access.Kind.WRITE && reference;
    boolean fixed = fixed(a, field, itself);
    boolean handle =
        put
            || a.kind() == Access.Kind.READ && References.only(a, itself, flow)
            || fixed && References.measures(a, flow);
    if (facts.isEmpty() || handle || fixed && laterUnder(facts.get(0), a, field, flow)) {
      return;
    }
    Place base = whole(a).parent();
    boolean writes = a.changes();
    List<String> guards = facts.get(0).guards();
    List<String> missing = new ArrayList<>();
    List<Lock> locks = new ArrayList<>();
    boolean weak = false;
    for (String guard : guards) {
      Optional<Lock> lock = flows.guards().ofField(guard, field).flatMap(l -> from(l, base));
      if (lock.isPresent()) {
        Mode need = need(lock.get(), writes || flows.guards().writeSide(guard, field));
        KeptGuards.Level level = needs.level(a, lock.get(), need, flow);
        if (level != KeptGuards.Level.KEPT) {
          missing.add(guard);
          locks.add(lock.get());
          weak |= level == KeptGuards.Level.TOO_WEAK;
        }
      }
    }
    boolean enough =
        writes ? missing.isEmpty() : missing.size() < guards.size() || missing.isEmpty();
    if (!enough) {
      boolean one = !weak && locks.size() == 1 && !new References(flows, flow).goesAway(a);
      Optional<Lock> wanted = one ? Optional.of(locks.get(0)) : Optional.empty();
      put(found, breach(a, field, missing, weak, wanted));
    }
  }

  private static Mode need(Lock guard, boolean all) {
    return all && guard.mode() != Mode.SHARED ? Mode.EXCLUSIVE : Mode.SHARED;
  }

  private boolean fixed(Access a, FieldRef field, boolean itself) {
    boolean reads =
        a.kind() == Access.Kind.READ && a.target().field().filter(field::equals).isPresent();
    return reads
        && (itself || uses.info(field).filter(f -> f.has(Modifier.FINAL)).isPresent())
        && !Primitives.is(field.type());
  }

  /** The reference is fetched without the guard, but the object used with it. */
  private boolean laterUnder(Fact.GuardedBy by, Access a, FieldRef field, MethodFlow flow) {
    return new References(flows, flow)
        .usedLater(
            a,
            (held, op) -> {
              for (String guard : by.guards()) {
                Optional<Lock> lock =
                    flows.guards().ofField(guard, field).flatMap(l -> from(l, whole(a).parent()));
                if (lock.isPresent()
                    && kept.level(held, lock.get(), Mode.SHARED, op, flow)
                        != KeptGuards.Level.KEPT) {
                  return false;
                }
              }
              return true;
            });
  }

  private Breach breach(
      Access a, FieldRef field, List<String> missing, boolean weak, Optional<Lock> wanted) {
    boolean writes = a.changes();
    String act = writes ? a.kind() == Access.Kind.ACT ? "changes" : "writes" : "reads";
    String text =
        weak ? "`%s` is %s while `%s` is held for reading only" : "`%s` is %s without holding `%s`";
    String done = writes ? a.kind() == Access.Kind.ACT ? "changed" : "written" : "read";
    String guard = String.join("`, `", missing);
    return new Breach(
        a.site(),
        text.formatted(field.name(), done, guard),
        act,
        field.name(),
        "`" + field.name() + "` is declared to be guarded by `" + guard + "`",
        writes ? "breaks what the holder relies on" : "sees a state in between",
        "hold `" + guard + "` here",
        rivals.of(field, a),
        wanted,
        a.held(),
        null);
  }

  private static void put(Map<String, Breach> found, Breach breach) {
    found.putIfAbsent(breach.name() + ":" + breach.site().line(), breach);
  }

  private static Optional<Lock> from(Lock lock, Place base) {
    return lock.place().root() instanceof Root.This
        ? lock.place().rebase(base).map(p -> Lock.of(p, lock.mode()))
        : Optional.of(lock);
  }

  private void calls(Op.Call call, int n, Point at, MethodFlow flow, Map<String, Breach> found) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    boolean own =
        receiver && args.length > 0 && args[0] instanceof Sym.At on && own(on.place(), at, flow);
    if (own || call.method().isConstructor()) {
      return;
    }
    Terms terms = new Terms(args, receiver);
    for (Fact.GuardedBy by : flows.book().all(Fact.GuardedBy.class, call.method())) {
      Mode need = needs.of(call, n, flow);
      by.guards().forEach(g -> must(g, need, call, n, at, terms, flow, found));
    }
    for (Fact.Holds holds : flows.book().all(Fact.Holds.class, call.method())) {
      must(holds.guard(), holds.mode(), call, n, at, terms, flow, found);
    }
    boolean opened = handle(args, at);
    for (Fact.Gives gives :
        opened ? List.<Fact.Gives>of() : flows.book().all(Fact.Gives.class, call.method())) {
      must(gives.guard(), Mode.SHARED, call, n, at, terms, flow, found);
    }
    excluded(call, at, terms, found);
  }

  private void excluded(Op.Call call, Point at, Terms terms, Map<String, Breach> found) {
    for (Fact.Excludes not : flows.book().all(Fact.Excludes.class, call.method())) {
      Optional<Lock> lock = flows.guard(not.guard(), call.method()).flatMap(terms::lock);
      Optional<HeldLocks.Held> held = lock.flatMap(l -> at.held().find(l.place()));
      if (held.isPresent()) {
        String text =
            "`%s` must not be called while `%s` is held"
                .formatted(call.method().name(), here(not.guard(), lock));
        put(
            found,
            breach(
                call,
                at,
                text,
                not.guard(),
                "release `" + here(not.guard(), lock) + "` before the call",
                Optional.empty(),
                rivals.waiting(held.get()),
                held.get().site()));
      }
    }
  }

  /** What is called came from the call that took a lock which is still held. */
  private static boolean handle(Sym[] args, Point at) {
    Place on = args.length > 0 && args[0] != null ? args[0].where().orElse(null) : null;
    return on != null && at.held().all().stream().anyMatch(h -> on.equals(h.handle()));
  }

  private static boolean own(Place place, Point at, MethodFlow flow) {
    boolean making =
        flow.method().ref().name().equals("<init>") && place.root() instanceof Root.This;
    return at.owned(place) || making;
  }

  private void must(
      String guard,
      Mode mode,
      Op.Call call,
      int n,
      Point at,
      Terms terms,
      MethodFlow flow,
      Map<String, Breach> found) {
    Optional<Lock> declared = flows.guard(guard, call.method());
    Optional<Lock> lock = declared.flatMap(terms::lock);
    boolean unbound = call.dispatch() != Op.Dispatch.STATIC && call.args().isEmpty();
    boolean ofEach =
        unbound && declared.filter(l -> l.place().root() instanceof Root.This).isPresent();
    boolean named = declared.isPresent() && (lock.isPresent() || ofEach);
    if (!named || needs.oneOfSeveral(declared.get().place())) {
      return;
    }
    Mode need = declared.get().mode() == Mode.SHARED ? Mode.SHARED : mode;
    if (ofEach || kept.level(at.held(), lock.get(), need, n, flow) != KeptGuards.Level.KEPT) {
      String wants = here(guard, lock);
      String text = "`%s` is called without holding `%s`".formatted(call.method().name(), wants);
      String advice = "hold `" + wants + "` around the call";
      boolean weak = lock.flatMap(l -> at.held().find(l.place())).isPresent();
      Optional<Lock> wanted = weak ? Optional.empty() : lock;
      List<Rival> others = rivals.holding(call.method(), declared.get(), call.site());
      put(found, breach(call, at, text, guard, advice, wanted, others, null));
    }
  }

  /** What a method calls {@code this}, by its caller's name for it. */
  private static String here(String guard, Optional<Lock> lock) {
    String name = lock.map(l -> l.place().toString()).orElse("");
    return guard.equals("this") && PATH.matcher(name).matches() ? name : guard;
  }

  private static Breach breach(
      Op.Call call,
      Point at,
      String text,
      String guard,
      String advice,
      Optional<Lock> wanted,
      List<Rival> rivals,
      Site taken) {
    String name = call.method().name();
    String because = "`" + name + "` is declared to depend on `" + guard + "`";
    String cost =
        taken == null
            ? "relies on `" + guard + "`, which another thread holds"
            : "`" + guard + "` stays taken until that returns";
    return new Breach(
        call.site(), text, "calls", name, because, cost, advice, rivals, wanted, at.held(), taken);
  }
}
