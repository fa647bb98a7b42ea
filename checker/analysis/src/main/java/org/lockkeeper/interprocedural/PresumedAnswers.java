package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value;

/** Pairs of steps on a container that presume that nothing happens in between, without any test. */
final class PresumedAnswers {
  private static final List<String> INDEX = List.of("int");

  private final MethodFlow flow;
  private final List<Access> accesses;
  private final HeededActs acts;

  PresumedAnswers(MethodFlow flow, List<Access> accesses, HeededActs acts) {
    this.flow = flow;
    this.accesses = accesses;
    this.acts = acts;
  }

  /** What an action takes for granted. */
  Optional<CheckThenActs.Pair> before(Access act) {
    return indexed(act)
        .or(() -> taken(act))
        .or(() -> numbered(act))
        .or(() -> replaced(act))
        .or(() -> listed(act));
  }

  /** {@code for (K k : map.keySet()) map.get(k).run()}: by then it may be taken out again. */
  private Optional<CheckThenActs.Pair> listed(Access act) {
    boolean looksUp = act.kind() == Kind.USE && act.keyed() && act.via().isEmpty();
    for (Access search : looksUp ? accesses : List.<Access>of()) {
      if (search.kind() == Kind.ITERATE
          && search.via().isEmpty()
          && search.op() < act.op()
          && CheckThenActs.sameContainer(search.target(), act.target())
          && elementOf(search, act.key())
          && asked(act)
          && !acts.heeded(act)) {
        return Optional.of(pair(search, act, Op.Relation.NE, null));
      }
    }
    return Optional.empty();
  }

  private boolean elementOf(Access search, Sym key) {
    return key instanceof Sym.At at
        && accesses.stream()
            .filter(next -> next.op() == at.origin() && next.kind() == Kind.USE)
            .anyMatch(
                next ->
                    next.target().last().orElse(null) instanceof Step.Part p
                        && p.id() == search.op());
  }

  /** What was found is called, or its number is taken, which fails when there is nothing. */
  private boolean asked(Access act) {
    boolean[] found = new boolean[1];
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call && call.dispatch() != Op.Dispatch.STATIC) {
            found[0] |= is(Knowledge.receiver(call, n, flow), act);
          } else if (op instanceof Op.Copy copy && Primitives.is(copy.to().type())) {
            copy.from().forEach(v -> found[0] |= object(v) && is(at.sym(v), act));
          }
        });
    return found[0];
  }

  private static boolean object(Value value) {
    return value instanceof Value.Var v && !Primitives.is(v.type());
  }

  private static boolean is(Sym sym, Access act) {
    return sym instanceof Sym.At on && on.origin() == act.op() && on.place().path().isEmpty();
  }

  /**
   * {@code list.get(list.size() - 1)}, {@code list.remove(list.indexOf(x))}: a stale index; {@code
   * used.set(used.nextClearBit(0))}: a slot that others find free as well.
   */
  private Optional<CheckThenActs.Pair> indexed(Access act) {
    boolean slot =
        act.kind() == Kind.ACT && act.keyed() && act.via().isEmpty() && !acts.heeded(act);
    boolean number =
        act.call() != null
            && acts.fails(act)
            && !(act.kind() == Kind.USE && acts.expected(act))
            && flow.op(act.op()) instanceof Op.Call to
            && to.method().params().indexOf("int") == 0
            && flow.args(act.op()).length > 1;
    if (!number) {
      return slot ? asked(act, act.key(), false) : Optional.empty();
    }
    Sym[] args = flow.args(act.op());
    boolean end = act.call().params().lastIndexOf("int") == 1 && args.length > 2;
    boolean range = act.kind() == Kind.USE && end;
    return asked(act, args[1], true).or(() -> range ? asked(act, args[2], true) : Optional.empty());
  }

  private Optional<CheckThenActs.Pair> asked(Access act, Sym index, boolean number) {
    Sym asked = index instanceof Sym.Calc c && !c.parts().isEmpty() ? c.parts().get(0) : index;
    if (!(asked instanceof Sym.At at)) {
      return Optional.empty();
    }
    for (Access check : accesses) {
      if (check.kind() == Kind.CHECK
          && (!check.keyed() || number && index instanceof Sym.At)
          && (number || index == asked)
          && CheckThenActs.sameContainer(check.target(), act.target())
          && at.origin() == check.op()
          && flow.op(check.op()) instanceof Op.Call call
          && call.to().isPresent()
          && (number || call.method().returns().equals("int"))) {
        return Optional.of(pair(check, act, Op.Relation.GT, 0));
      }
    }
    return Optional.empty();
  }

  /** {@code head = queue.peek(); send(head); queue.poll()}: by then another one may be the head. */
  private Optional<CheckThenActs.Pair> taken(Access act) {
    Access seen = null;
    for (Access look : takes(act) ? accesses : List.<Access>of()) {
      if (look.op() < act.op()
          && CheckThenActs.sameContainer(look.target(), act.target())
          && sameEnd(look, act)
          && comes(look, act)) {
        boolean shows = (look.kind() == Kind.USE || look.kind() == Kind.CHECK) && shows(look);
        seen = shows ? look : look.changes() ? null : seen;
      }
    }
    return Optional.ofNullable(seen).map(look -> pair(look, act, Op.Relation.NE, null));
  }

  /**
   * {@code task = tasks.peek(); tasks.remove(task); task.run()}: others pick the same one, and
   * nobody looks who took it.
   */
  Optional<CheckThenActs.Pair> picked(Access act) {
    boolean takes =
        act.kind() == Kind.ACT
            && act.keyed()
            && act.via().isEmpty()
            && flow.meaning(act.call()).removes()
            && flow.op(act.op()) instanceof Op.Call;
    boolean blind = takes && flow.drops((Op.Call) flow.op(act.op()), act.op());
    boolean sure = takes && !blind && asked(act) && !acts.heeded(act);
    for (Access look : blind || sure ? accesses : List.<Access>of()) {
      boolean shows = look.kind() == Kind.USE || look.kind() == Kind.CHECK;
      if (shows
          && look.op() < act.op()
          && CheckThenActs.sameContainer(look.target(), act.target())
          && leaves(look)
          && CheckThenActs.within(act.key(), look.op(), flow)
          && (sure || usedAfter(look, act))) {
        return Optional.of(pair(look, act, Op.Relation.NE, null));
      }
    }
    return Optional.empty();
  }

  /** What was found is called, or handed on, after it was taken. */
  private boolean usedAfter(Access look, Access act) {
    boolean[] found = new boolean[1];
    flow.calls(
        (call, n) -> {
          boolean after = n > act.op() && flow.reaches(flow.blockOf(act.op()), flow.blockOf(n));
          for (Sym arg :
              after || n > act.op() && flow.blockOf(n) == flow.blockOf(act.op())
                  ? flow.args(n)
                  : new Sym[0]) {
            found[0] |= arg != null && CheckThenActs.within(arg, look.op(), flow);
          }
        });
    return found[0];
  }

  /** Takes whatever is first or last, which nobody looks at. */
  private boolean takes(Access act) {
    return act.kind() == Kind.ACT
        && !act.keyed()
        && end(act)
        && !act.call().returns().equals("void")
        && flow.meaning(act.call()).removes()
        && flow.op(act.op()) instanceof Op.Call call
        && flow.drops(call, act.op());
  }

  /** Gives what is first or last, and leaves it there. */
  private boolean shows(Access look) {
    return end(look) && leaves(look);
  }

  private boolean leaves(Access look) {
    return !look.keyed()
        && flow.op(look.op()) instanceof Op.Call call
        && object(call.method())
        && !flow.drops(call, look.op())
        && accesses.stream().noneMatch(a -> a.op() == look.op() && a.changes());
  }

  /** What is first or last: no argument says where, or always the same number does. */
  private boolean end(Access step) {
    if (step.call() == null || step.call().params().isEmpty()) {
      return step.call() != null;
    }
    Sym[] args = flow.args(step.op());
    boolean index = step.call().params().equals(INDEX);
    return index && (step.via().isEmpty() ? args[1] instanceof Sym.Lit : args.length == 1);
  }

  private boolean sameEnd(Access look, Access act) {
    boolean index = look.call() != null && look.call().params().equals(INDEX);
    boolean direct = index && look.via().isEmpty() && act.via().isEmpty();
    return look.call() == null
        || index == act.call().params().equals(INDEX)
            && (!direct || flow.args(look.op())[1].equals(flow.args(act.op())[1]));
  }

  private static boolean object(MethodRef method) {
    return !Primitives.is(method.returns()) && !method.returns().equals("void");
  }

  /**
   * {@code old = map.get(key); if (old != null) old.cancel(); map.put(key, fresh)}: by then another
   * one may be there, which nobody ever cancels.
   */
  private Optional<CheckThenActs.Pair> replaced(Access act) {
    Access seen = null;
    for (Access look : overwrites(act) ? accesses : List.<Access>of()) {
      if (look.op() < act.op() && sameEntry(look, act) && comes(look, act)) {
        seen = gives(look) ? look : look.changes() ? null : seen;
      }
    }
    return Optional.ofNullable(seen)
        .filter(look -> !flow.dependsOn(act.value(), look.op()) && ends(look, act))
        .map(look -> pair(look, act, Op.Relation.NE, null));
  }

  /** Puts away whatever is there, which nobody looks at. */
  private boolean overwrites(Access act) {
    return act.kind() == Kind.ACT
        && act.via().isEmpty()
        && !act.atomic()
        && act.value() != null
        && act.call().params().size() == (act.keyed() ? 2 : 1)
        && (act.keyed() || !flow.works(act.target().type(), Fact.Shape.COLLECTION))
        && flow.op(act.op()) instanceof Op.Call call
        && flow.drops(call, act.op());
  }

  private boolean sameEntry(Access look, Access act) {
    return CheckThenActs.sameContainer(look.target(), act.target())
        && look.keyed() == act.keyed()
        && (!look.keyed() || new SameValues(flow).same(look.key(), act.key()));
  }

  private boolean gives(Access look) {
    return look.kind() == Kind.CHECK
        && look.via().isEmpty()
        && !look.atomic()
        && object(look.call())
        && look.call().params().size() == (look.keyed() ? 1 : 0);
  }

  /** What was found, if anything, is told something, and its answer is no matter. */
  private boolean ends(Access look, Access act) {
    boolean[] found = new boolean[1];
    for (Decisions.Decision d : new Decisions(flow, look.op()).all()) {
      boolean there =
          d.test().relation() == Op.Relation.NE
              && d.right() instanceof Sym.Lit l
              && l.value() == null
              && !d.region().get(flow.blockOf(act.op()));
      if (there) {
        flow.calls(
            (call, n) ->
                found[0] |=
                    d.region().get(flow.blockOf(n))
                        && flow.drops(call, n)
                        && Knowledge.receiver(call, n, flow) instanceof Sym.At on
                        && on.origin() == look.op());
      }
    }
    return found[0];
  }

  /**
   * {@code i = list.size(); list.add(x); return i}, {@code list.add(new Item(list.size()))}: others
   * may have got the same number.
   */
  private Optional<CheckThenActs.Pair> numbered(Access act) {
    return appends(act)
        ? sizes(act, false)
            .filter(size -> size.op() < act.op())
            .filter(size -> flow.dependsOn(act.key(), size.op()) || returned(size, false))
            .findFirst()
            .map(size -> pair(size, act, Op.Relation.GE, 0))
        : Optional.empty();
  }

  /** {@code list.add(x); return list.size() - 1}: where somebody else's element may be. */
  List<CheckThenActs.Pair> counted() {
    List<CheckThenActs.Pair> found = new ArrayList<>();
    for (Access act : accesses) {
      if (appends(act) && !act.owned()) {
        sizes(act, true)
            .filter(size -> act.op() < size.op() && returned(size, true))
            .findFirst()
            .ifPresent(size -> found.add(pair(act, size, Op.Relation.GE, 0)));
      }
    }
    return found;
  }

  private boolean appends(Access act) {
    return act.kind() == Kind.ACT
        && act.keyed()
        && !flow.meaning(act.call()).removes()
        && act.call().params().size() == 1
        && flow.works(act.target().type(), Fact.Shape.LIST);
  }

  /** Asks how many there are, and tests no answer. */
  private Stream<Access> sizes(Access act, boolean after) {
    return accesses.stream()
        .filter(a -> a.kind() == Kind.CHECK && !a.keyed() && a.call().returns().equals("int"))
        .filter(a -> CheckThenActs.sameContainer(a.target(), act.target()))
        .filter(a -> after ? comes(act, a) : comes(a, act))
        .filter(a -> !Decisions.tested(flow, a.op()));
  }

  private boolean comes(Access first, Access then) {
    int from = flow.blockOf(first.op());
    int to = flow.blockOf(then.op());
    return from == to || flow.reaches(from, to);
  }

  /** As it is, or less one. */
  private boolean returned(Access size, boolean lessOne) {
    return flow.returns(value -> is(size, value, lessOne));
  }

  private static boolean is(Access size, Sym value, boolean lessOne) {
    boolean less =
        value instanceof Sym.Calc c
            && c.operator().equals("-")
            && c.parts().size() == 2
            && c.parts().get(1) instanceof Sym.Lit one
            && Integer.valueOf(1).equals(one.value());
    Sym of = lessOne && less ? ((Sym.Calc) value).parts().get(0) : value;
    return less == lessOne
        && of instanceof Sym.At got
        && got.origin() == size.op()
        && got.place().path().isEmpty();
  }

  /** As if the answer had been tested. */
  private CheckThenActs.Pair pair(Access check, Access act, Op.Relation relation, Object than) {
    Op.Call call = (Op.Call) flow.op(check.op());
    Value asked = call.to().map(Value.class::cast).orElse(Value.Const.NULL);
    Value right = than == null ? Value.Const.NULL : new Value.Const(than, "int");
    Op.Test test = new Op.Test(asked, relation, right, check.site());
    BitSet region = new BitSet();
    int block = flow.blockOf(act.op());
    region.set(block);
    Sym left = new Sym.At(check.target(), check.op());
    return CheckThenActs.pair(
        check, act, new Decisions.Decision(test, left, new Sym.Lit(than), block, region));
  }
}
