package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs.Pair;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;

/** Looks for the test that decides each action of a method; let go when the pairs are known. */
final class DecidedActs {
  private final MethodFlow flow;
  private final List<Access> accesses;
  private final Harmless harmless;
  private final HeededActs acts;
  private final Searches searches;
  private final Refusals refusals;
  private final PresumedAnswers presumed;
  private final Map<Site, List<Access>> copies = new HashMap<>();
  private final List<Pair> all = new ArrayList<>();
  private final List<Pair> asides = new ArrayList<>();
  private final List<Pair> settled = new ArrayList<>();
  private final Map<Integer, Decisions> decisions = new HashMap<>();
  private final Map<Integer, Optional<Decisions>> flagged = new HashMap<>();
  private final SetFlags flags;
  private Set<Integer> changing;

  DecidedActs(MethodFlow flow, List<Access> accesses) {
    this.flow = flow;
    this.accesses = accesses;
    this.harmless = new Harmless(flow);
    this.acts = new HeededActs(flow, accesses);
    this.searches = new Searches(flow);
    this.refusals = new Refusals(flow, accesses);
    this.flags = new SetFlags(flow);
    this.presumed = new PresumedAnswers(flow, accesses, acts);
    for (Access act : accesses) {
      if (act.changes()) {
        copies.computeIfAbsent(act.site(), k -> new ArrayList<>()).add(act);
      }
    }
    for (Access act : accesses) {
      boolean acts = act.changes() || act.kind() == Kind.USE;
      if (acts && !act.owned()) {
        deciding(act).ifPresent(this::add);
      }
    }
    presumed.counted().forEach(this::add);
  }

  /** See {@link CheckThenActs#all()}. */
  List<Pair> all() {
    return all;
  }

  /** See {@link CheckThenActs#asides()}. */
  List<Pair> asides() {
    return asides;
  }

  /** See {@link CheckThenActs#settled()}. */
  List<Pair> settled() {
    return settled;
  }

  /**
   * One for each action on one container, and one for each helper that writes fields: what a helper
   * does in several steps is one finding.
   */
  private void add(Pair pair) {
    for (Pair known : all) {
      boolean one = known.act().op() == pair.act().op();
      boolean fields = pair.act().kind() == Kind.WRITE && known.act().kind() == Kind.WRITE;
      if (one
          && (fields || CheckThenActs.sameContainer(known.act().target(), pair.act().target()))) {
        return;
      }
    }
    all.add(pair);
  }

  private Optional<Pair> deciding(Access act) {
    Pair best = null;
    for (Access check : accesses) {
      if (asks(check, act) && (best == null || check.op() > best.check().op())) {
        Decisions of = decisions(check.op());
        Optional<Decisions.Decision> d = of.over(act.op());
        if (d.isEmpty()) {
          d = act.via().isEmpty() ? of.forcing(act.op()) : of.within(act);
        }
        if (d.isEmpty()) {
          d = flagged(check.op()).flatMap(by -> by.over(act.op()));
        }
        if (d.isPresent() && Harmless.clamps(act, d.get())) {
          return Optional.empty();
        }
        if (d.isPresent()
            && everywhere(check, act, d.get())
            && !looksAgain(check, act)
            && relevant(check, act, d.get())) {
          best = CheckThenActs.pair(check, act, d.get());
        }
      }
    }
    if (best == null) {
      best = searched(act);
    }
    if (best == null) {
      best = refused(act);
    }
    Optional<Pair> decided = Optional.ofNullable(best);
    return presumed.picked(act).or(() -> decided).or(() -> presumed.before(act));
  }

  /** A helper has thrown if the answer was another. */
  private Pair refused(Access act) {
    Access check = refusals.before(act).orElse(null);
    if (check == null) {
      return null;
    }
    Decisions.Decision d = refusals.decision(check, act);
    boolean relies =
        act.kind() == Kind.USE
            ? acts.fails(act) || !acts.heeded(act) && !acts.passesOn(act)
            : act.kind() == Kind.WRITE
                || !ThreadKeys.own(act.key(), flow)
                    && !acts.excused(check, act, d)
                    && !acts.compares(check, act, d);
    return relies ? CheckThenActs.pair(check, act, d) : null;
  }

  /** What going through the elements told decides the action. */
  private Pair searched(Access act) {
    Pair best = null;
    for (Access search : act.kind() == Kind.ACT ? accesses : List.<Access>of()) {
      boolean through = search.kind() == Kind.ITERATE && search.op() != act.op();
      if (through
          && !changesToo(search)
          && CheckThenActs.sameContainer(search.target(), act.target())
          && (best == null || search.op() > best.check().op())) {
        Optional<Decisions.Decision> d = searches.told(search, act, accesses);
        if (d.isPresent()
            && everywhere(search, act, d.get())
            && !looksAgain(search, act)
            && relevant(search, act, d.get())) {
          best = CheckThenActs.pair(search, act, d.get());
        }
      }
    }
    return best;
  }

  /**
   * What stands in {@code finally} happens anyway, if only one of its copies is decided, or each in
   * another way.
   */
  private boolean everywhere(Access check, Access act, Decisions.Decision decision) {
    for (Access copy : copies.getOrDefault(act.site(), List.of())) {
      boolean same =
          CheckThenActs.sameContainer(copy.target(), act.target())
              && copy.verb().equals(act.verb());
      if (same
          && copy.op() != act.op()
          && !decision.region().get(flow.blockOf(copy.op()))
          && apart(decision, decisions(check.op()).over(copy.op()))) {
        return false;
      }
    }
    return true;
  }

  /** Nothing decides the copy, or the other outcome of the same test does. */
  private static boolean apart(Decisions.Decision one, Optional<Decisions.Decision> other) {
    return other.isEmpty() || other.get().block() == one.block();
  }

  /** A test without the lock only saves work when the section that acts looks for itself. */
  private boolean looksAgain(Access check, Access act) {
    if (check.keyed() || !check.held().isEmpty() || act.held().isEmpty() || act.call() == null) {
      return false;
    }
    for (Access again : accesses) {
      boolean looks = again.kind() == Kind.ITERATE || again.kind() == Kind.CHECK;
      if (looks
          && again.op() != check.op()
          && again.op() < act.op()
          && CheckThenActs.sameContainer(again.target(), act.target())
          && SplitSections.sameSection(again, act)) {
        return true;
      }
    }
    return false;
  }

  private Decisions decisions(int op) {
    return decisions.computeIfAbsent(op, n -> new Decisions(flow, n));
  }

  private Optional<Decisions> flagged(int op) {
    return flagged.computeIfAbsent(op, n -> flags.of(decisions(n)));
  }

  private boolean asks(Access check, Access act) {
    boolean kind =
        check.kind() == Kind.CHECK && act.call() != null
            || check.kind() == Kind.READ && act.kind() == Kind.WRITE;
    return kind
        && check.op() != act.op()
        && same(check.target(), act.target())
        && (!check.keyed() || act.keyed() && new SameValues(flow).same(check.key(), act.key()))
        && !changesToo(check);
  }

  /** Also what is found twice: {@code map.get(k).isEmpty()}, then {@code map.get(k).poll()}. */
  private boolean same(Place a, Place b) {
    Place one = Parts.container(a);
    Place other = Parts.container(b);
    if (one.equals(other)) {
      return true;
    }
    int first = flow.maker(one.root());
    int second = flow.maker(other.root());
    return first >= 0
        && second >= 0
        && one.path().equals(other.path())
        && flow.op(first) instanceof Op.Call found
        && flow.op(second) instanceof Op.Call again
        && found.method().equals(again.method())
        && flow.meaning(found.method()).finds().isPresent()
        && same(flow.args(first), flow.args(second));
  }

  private boolean same(Sym[] a, Sym[] b) {
    for (int i = 0; i < a.length; i++) {
      if (!new SameValues(flow).same(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }

  /** An atomic step that also asks is no mere test. */
  private boolean changesToo(Access check) {
    if (changing == null) {
      changing = new HashSet<>();
      for (Access each : accesses) {
        if (each.kind() == Kind.ACT) {
          changing.add(each.op());
        }
      }
    }
    return changing.contains(check.op());
  }

  private boolean relevant(Access check, Access act, Decisions.Decision d) {
    boolean takes = act.kind() == Kind.ACT && act.call().params().isEmpty() && acts.fails(act);
    if ((act.kind() == Kind.USE || takes) && acts.expected(act)) {
      return false;
    }
    if (act.kind() == Kind.USE && acts.throughIterator(act)) {
      return present(check, d) && !AskedIterators.decide(act, flow);
    }
    if (act.kind() == Kind.USE) {
      return present(check, d)
          && (!act.via().isEmpty() || acts.fails(act) || !acts.heeded(act) && !acts.passesOn(act));
    }
    if (act.kind() == Kind.WRITE) {
      return asked(check, act, d) && written(check, act, d);
    }
    if (ThreadKeys.own(act.key(), flow)
        || acts.throughIterator(act)
        || acts.swapped(act, d)
        || acts.versions(check, act, d)
        || harmless.endsOwnLoop(check, act, d)
        || harmless.comesAnyway(act, d)
        || harmless.notes(act, d)
        || harmless.settles(act, d)
        || act.call() != null && harmless.countsRounds(check, act)) {
      return false;
    }
    return !acts.excused(check, act, d)
        && !acts.compares(check, act, d)
        && !acts.claimed(check, act);
  }

  private boolean written(Access check, Access act, Decisions.Decision d) {
    boolean counts = !harmless.write(check, act, d);
    boolean aside = counts && harmless.aside(act, d);
    if (aside) {
      asides.add(CheckThenActs.pair(check, act, d));
    }
    if (!counts && !harmless.repeats(check, act, d)) {
      settled.add(CheckThenActs.pair(check, act, d));
    }
    return counts && !aside;
  }

  /** Of another object's field, whether the question is about it, and no object made of it. */
  private static boolean asked(Access read, Access write, Decisions.Decision d) {
    boolean helpers = !read.via().isEmpty() && !write.via().isEmpty();
    return !helpers
        || write.target().path().size() == 1
        || !made(d.left(), read.op()) && !made(d.right(), read.op());
  }

  private static boolean made(Sym value, int op) {
    return value instanceof Sym.At at && at.origin() > op && !Primitives.is(at.place().type());
  }

  /** A helper passes on what it found, or {@code null}. */
  private static boolean found(Access check) {
    return check.present() == When.IF_NOT_NULL;
  }

  /** Whether the decision is that something is there. */
  private static boolean present(Access check, Decisions.Decision d) {
    Object value = d.right() instanceof Sym.Lit l ? l.value() : null;
    boolean literal = d.right() instanceof Sym.Lit;
    boolean direct = d.left() instanceof Sym.At at && at.origin() == check.op();
    return check.present() == When.ALWAYS
        || !direct
        || !check.via().isEmpty() && !(found(check) && value == null)
        || !literal
        || Outcomes.shows(check.present(), d.test().relation(), value);
  }
}
