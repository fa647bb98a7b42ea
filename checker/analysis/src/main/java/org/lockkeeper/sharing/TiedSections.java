package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.SplitSections;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * What one critical section finds out of a field decides what a later one puts into another field
 * of the same object, while a third changes the first in view of the second: {@code if (isOpen())
 * add(x)} beside {@code open = false; list.clear()}.
 */
final class TiedSections {
  /** Calls from the helper that acts to one that looks, at most. */
  private static final int HELPERS = 2;

  private final Flows flows;
  private final MethodFlow flow;
  private final List<Access> accesses;
  private final Map<Integer, Decisions> decisions = new HashMap<>();

  TiedSections(Flows flows, MethodFlow flow) {
    this.flows = flows;
    this.flow = flow;
    this.accesses = flows.accesses(flow.method().ref());
  }

  /** In one solved method. */
  List<SplitSections.Split> all() {
    List<SplitSections.Split> found = new ArrayList<>();
    for (Access act : accesses) {
      for (Access check : puts(act) ? accesses : List.<Access>of()) {
        Optional<Lock> gap =
            asks(check) && check.op() < act.op() && beside(check, act)
                ? SplitSections.gap(check, act)
                : Optional.empty();
        gap.filter(lock -> trusts(check, act))
            .ifPresent(lock -> found.add(new SplitSections.Split(check, act, lock, false)));
      }
    }
    return found;
  }

  private static boolean asks(Access a) {
    return (a.kind() == Kind.READ || a.kind() == Kind.CHECK) && !a.owned() && !a.keyed();
  }

  /** Puts something there, and does not only take it away. */
  private boolean puts(Access a) {
    boolean shared = a.changes() && !a.owned() && !a.held().isEmpty();
    return shared && !(a.kind() == Kind.ACT ? flows.meaning(a.call()).removes() : empty(a.value()));
  }

  private static boolean empty(Sym value) {
    return value instanceof Sym.Lit l
        && (l.value() == null || l.value().equals(false) || l.value().equals(0));
  }

  /** Two fields of one object. */
  private static boolean beside(Access check, Access act) {
    Place asked = Parts.container(check.target());
    Place changed = Parts.container(act.target());
    return field(check).isPresent()
        && field(act).isPresent()
        && !asked.equals(changed)
        && asked.parent().equals(changed.parent());
  }

  private static Optional<FieldRef> field(Access a) {
    return Parts.container(a.target()).field();
  }

  private boolean trusts(Access check, Access act) {
    Decisions of = decisions.computeIfAbsent(check.op(), n -> new Decisions(flow, n));
    Optional<Decisions.Decision> decision = of.over(act.op());
    return decision.isPresent()
        && !flow.reaches(flow.blockOf(act.op()), flow.blockOf(check.op()))
        && !claims(check, act)
        && !looks(check, act)
        && tied(check, act, decision.get());
  }

  /** The first section leaves a mark for whoever comes later, on the way to the action. */
  private boolean claims(Access check, Access act) {
    Place object = Parts.container(act.target()).parent();
    return accesses.stream()
        .filter(a -> a.changes() && SplitSections.sameSection(a, check))
        .filter(a -> SplitSections.leads(flow, a, act))
        .anyMatch(a -> Parts.container(a.target()).startsWith(object));
  }

  /** The later section, or a helper in it, looks at what was asked, or changes it, too. */
  private boolean looks(Access check, Access act) {
    boolean here =
        accesses.stream()
            .filter(a -> a.op() != check.op() && SplitSections.sameSection(a, act))
            .anyMatch(a -> CheckThenActs.sameContainer(a.target(), check.target()));
    FieldRef asked = field(check).orElseThrow();
    return here || act.via().stream().anyMatch(via -> uses(via.callee(), asked, HELPERS));
  }

  private boolean uses(MethodRef method, FieldRef field, int depth) {
    boolean[] found = new boolean[1];
    for (Access a : flows.accesses(method)) {
      found[0] |= field(a).filter(field::equals).isPresent();
    }
    MethodFlow helper = found[0] || depth == 0 ? null : flows.flow(method).orElse(null);
    if (helper != null) {
      helper.calls(
          (call, n) -> {
            for (MethodInfo target : flows.targets(call, n, helper)) {
              found[0] |= uses(target.ref(), field, depth - 1);
            }
          });
    }
    return found[0];
  }

  private boolean tied(Access check, Access act, Decisions.Decision decision) {
    FieldRef asked = field(check).orElseThrow();
    FieldRef put = field(act).orElseThrow();
    Optional<ClassInfo> owner = flows.hierarchy().find(asked.owner());
    for (MethodInfo m : owner.map(ClassInfo::methods).orElse(List.of())) {
      MethodFlow there = flows.flow(m.ref()).orElse(null);
      boolean other = there != null && !m.ref().equals(flow.method().ref());
      for (Access change : other ? flows.accesses(m.ref()) : List.<Access>of()) {
        boolean changes = change.changes() && !change.owned() && !change.held().isEmpty();
        if (changes
            && field(change).filter(asked::equals).isPresent()
            && !confirms(change, check, decision)
            && heeds(change, put, there)
            && !noticed(change, act, there)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Writes what the decision wants. */
  private static boolean confirms(Access change, Access check, Decisions.Decision decision) {
    boolean direct =
        change.kind() == Kind.WRITE
            && decision.left() instanceof Sym.At at
            && at.place().equals(check.target())
            && decision.right() instanceof Sym.Lit
            && change.value() instanceof Sym.Lit;
    boolean same = direct && change.value().equals(decision.right());
    return direct && same == (decision.test().relation() == Op.Relation.EQ);
  }

  /** The later section asks about a third field, which the change changes as well. */
  private boolean noticed(Access change, Access act, MethodFlow there) {
    for (Access other : flows.accesses(there.method().ref())) {
      boolean along = other.changes() && SplitSections.sameSection(other, change);
      for (Access look : along && !field(other).equals(field(act)) ? accesses : List.<Access>of()) {
        if (asks(look)
            && field(look).isPresent()
            && field(look).equals(field(other))
            && SplitSections.sameSection(look, act)
            && new Decisions(flow, look.op()).over(act.op()).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Changes a field after a look at another, or empties that one in the same section. */
  private boolean heeds(Access change, FieldRef put, MethodFlow there) {
    for (Access a : flows.accesses(there.method().ref())) {
      if (field(a).filter(put::equals).isPresent() && !a.owned()) {
        boolean ends = a.kind() == Kind.ITERATE || a.changes() && !puts(a);
        boolean decides = asks(a) && new Decisions(there, a.op()).over(change.op()).isPresent();
        if (decides || ends && SplitSections.sameSection(a, change)) {
          return true;
        }
      }
    }
    return false;
  }
}
