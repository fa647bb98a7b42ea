package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;

/** Locks that a method still holds when it returns, whatever it returns or as its result tells. */
final class Gained {
  private static final List<When> CASES =
      List.of(When.ALWAYS, When.IF_TRUE, When.IF_FALSE, When.IF_NOT_NULL, When.IF_NOT_ZERO);

  private final MethodFlow flow;
  private final Knowledge knowledge;
  private final Map<When, HeldLocks> exits = new EnumMap<>(When.class);

  Gained(MethodFlow flow, Knowledge knowledge) {
    this.flow = flow;
    this.knowledge = knowledge;
  }

  /** Takes in a return. */
  void returned(Sym result, Point at) {
    for (When when : CASES) {
      for (Sym option : result == null ? List.of(new Sym.Any(List.of())) : result.options()) {
        HeldLocks here = held(option, when, at);
        if (here != null) {
          exits.merge(when, here, HeldLocks::and);
        }
      }
    }
  }

  /** By what the result must be; what is held in any case is not repeated. */
  Map<When, List<Lock>> all() {
    Map<When, List<Lock>> all = new EnumMap<>(When.class);
    List<Lock> always = lasting(exits.get(When.ALWAYS));
    for (When when : CASES) {
      List<Lock> locks = lasting(exits.get(when));
      if (when != When.ALWAYS) {
        locks.removeAll(always);
      }
      if (!locks.isEmpty()) {
        all.put(when, List.copyOf(locks));
      }
    }
    return all;
  }

  private static List<Lock> lasting(HeldLocks at) {
    List<Lock> all = new ArrayList<>();
    if (at != null) {
      for (HeldLocks.Held h : at.all()) {
        boolean lasting = h.origin() >= 0 && h.lock().mode() != Mode.OPTIMISTIC;
        if (lasting && Summarizer.portable(h.lock().place())) {
          all.add(h.lock());
        }
      }
    }
    return all;
  }

  /** What is held with one of the results; {@code null} where the result is another one. */
  private HeldLocks held(Sym result, When when, Point at) {
    boolean tells = when == When.IF_TRUE || when == When.IF_FALSE;
    HeldLocks here = tells ? at.held(when == When.IF_TRUE) : at.held();
    Object constant = Outcomes.constant(result, flow);
    if (result instanceof Sym.Lit l && excludes(when, l.value())
        || constant != null && excludes(when, constant)) {
      return null;
    }
    if (constant != null && result instanceof Sym.Calc verdict) {
      return Outcomes.taken(verdict, here, flow);
    }
    boolean asked = result instanceof Sym.At a && a.origin() >= 0;
    return asked && flow.op(((Sym.At) result).origin()) instanceof Op.Call call
        ? tried(call, ((Sym.At) result).origin(), when, here)
        : here;
  }

  /** Class files keep an answer that a {@code finally} delays as a number. */
  static boolean isFalse(Object value, MethodFlow flow) {
    return Boolean.FALSE.equals(value) || answers(flow) && Integer.valueOf(0).equals(value);
  }

  private static boolean answers(MethodFlow flow) {
    return flow.method().ref().returns().equals("boolean");
  }

  private boolean excludes(When when, Object value) {
    return switch (when) {
      case IF_TRUE -> isFalse(value, flow);
      case IF_FALSE ->
          Boolean.TRUE.equals(value) || answers(flow) && Integer.valueOf(1).equals(value);
      case IF_NOT_NULL -> value == null;
      case IF_NOT_ZERO -> value instanceof Number n && n.longValue() == 0;
      default -> false;
    };
  }

  /** {@code return lock.tryLock()} holds the lock when it returns true. */
  private HeldLocks tried(Op.Call call, int n, When when, HeldLocks before) {
    HeldLocks held = before;
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Meaning meaning = knowledge.meaning(call.method());
    List<Lock> taken = new ArrayList<>();
    for (Fact.Acquires f : meaning.acquires()) {
      if (f.when() == when
          && when != When.ALWAYS
          && Outcomes.target(f.lock(), args, receiver) != null) {
        taken.add(Lock.of(Outcomes.target(f.lock(), args, receiver), f.mode()));
      }
    }
    List<MethodInfo> targets = meaning.locking() ? List.of() : knowledge.targets(call, n, flow);
    if (targets.size() == 1 && when != When.ALWAYS) {
      Terms terms = new Terms(args, receiver);
      knowledge
          .summary(targets.get(0).ref())
          .gainsIf()
          .getOrDefault(when, List.of())
          .forEach(l -> terms.lock(l).ifPresent(taken::add));
    }
    for (Lock lock : taken) {
      held = held.plus(new HeldLocks.Held(lock, call.site(), n));
    }
    return held;
  }
}
