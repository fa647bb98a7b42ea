package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value.Const;

/**
 * Entries that functions are given one by one, judge, and take out by their key, whatever is there
 * by then: {@code map.forEach((k, v) -> { if (v.stale()) map.remove(k); })}, and the same as a
 * pipeline; or that it lets through as missing, and then puts in.
 */
public final class SweptEntries {
  private static final int MAX_CALLS = 3;
  private static final List<Handoffs.Handoff> NONE = List.of();

  private final Flows flows;
  private final MethodFlow flow;
  private final List<Access> accesses;

  /**
   * How an element tells which entry it stands for.
   *
   * @param way from the element to the key; empty if it is the key itself
   * @param by the method of the element that tells, where the way does not; or {@code null}
   */
  private record Key(List<Step> way, MethodRef by) {
    static final Key ELEMENT = new Key(List.of(), null);

    boolean element() {
      return way.isEmpty() && by == null;
    }
  }

  /** In one solved method. */
  public SweptEntries(Flows flows, MethodFlow flow) {
    this.flows = flows;
    this.flow = flow;
    this.accesses = flows.accesses(flow.method().ref());
  }

  /** What goes through the entries, and the removal of one. */
  public List<CheckThenActs.Pair> all() {
    List<CheckThenActs.Pair> found = new ArrayList<>();
    boolean any = accesses.stream().anyMatch(a -> a.kind() == Kind.ITERATE && !a.owned());
    boolean put = accesses.stream().anyMatch(SweptEntries::puts);
    flow.calls(
        (call, n) -> {
          for (Handoffs.Handoff h : any || put ? flows.handoffs(call, n, flow) : NONE) {
            if (!h.later() && h.position() >= 0) {
              swept(call, n, h)
                  .or(() -> collected(call, n, h))
                  .or(() -> put ? sifted(n, h) : Optional.empty())
                  .ifPresent(found::add);
            }
          }
        });
    return found;
  }

  private Optional<CheckThenActs.Pair> swept(Op.Call call, int n, Handoffs.Handoff h) {
    Access act = h.target().isLambda() ? inside(n, h) : named(call, n, h);
    Access search = act == null ? null : source(act, n).orElse(null);
    if (search == null) {
      return Optional.empty();
    }
    Key key = Key.ELEMENT;
    boolean judged = false;
    if (h.target().isLambda()) {
      Access own = flows.inside(act).orElse(null);
      key = own == null ? null : key(own.key(), h);
      judged = key != null && decides(own, key, h, search);
    }
    for (Pipelines.Stage stage : stages(n)) {
      if (key == null || judged || stage.number() <= search.op()) {
        break;
      }
      for (Handoffs.Handoff before : flows.handoffs(stage.call(), stage.number(), flow)) {
        String type = before.target().ref().returns();
        judged |= type.equals("boolean") && selects(before, key, search);
        key = Primitives.is(type) ? key : key.element() ? key(before) : null;
      }
    }
    return judged ? Optional.of(pair(search, act)) : Optional.empty();
  }

  /** {@code dead.forEach(map::remove)}, where a loop over the map has collected the keys. */
  private Optional<CheckThenActs.Pair> collected(Op.Call call, int n, Handoffs.Handoff h) {
    Access act = h.target().isLambda() ? inside(n, h) : named(call, n, h);
    Place keys = flow.args(n)[0] == null ? null : flow.args(n)[0].where().orElse(null);
    if (act == null
        || act.owned()
        || keys == null
        || !(keys.root() instanceof Root.Fresh)
        || !flow.meaning(act.call()).removes()) {
      return Optional.empty();
    }
    Optional<Access> own = h.target().isLambda() ? flows.inside(act) : Optional.empty();
    boolean element = own.isEmpty() || Key.ELEMENT.equals(key(own.get().key(), h));
    return element ? new CollectedKeys(flow, accesses).of(act, keys) : Optional.empty();
  }

  /** In a function, by a key that somebody may have asked for. */
  private static boolean puts(Access act) {
    return act.kind() == Kind.ACT
        && act.keyed()
        && act.via().size() == 1
        && !act.owned()
        && !act.atomic();
  }

  /**
   * {@code keys.filter(k -> !map.containsKey(k)).forEach(k -> map.put(k, v))}: one function asks
   * for an entry, and a later one puts it there.
   */
  private Optional<CheckThenActs.Pair> sifted(int n, Handoffs.Handoff h) {
    for (Access act : h.target().isLambda() ? accesses : List.<Access>of()) {
      boolean here = act.op() == n && puts(act);
      here &= here && act.via().get(0).callee().equals(h.target().ref());
      Key key = here ? flows.inside(act).map(own -> key(own.key(), h)).orElse(null) : null;
      for (Pipelines.Stage s : key == null ? List.<Pipelines.Stage>of() : stages(n)) {
        for (Handoffs.Handoff before : flows.handoffs(s.call(), s.number(), flow)) {
          if (!before.target().ref().returns().equals("boolean")) {
            return Optional.empty();
          }
          Optional<Access> asked = asked(before, key, act, s);
          if (asked.isPresent()) {
            return Optional.of(missing(asked.get(), act.putting(null)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private List<Pipelines.Stage> stages(int n) {
    return Pipelines.stages(n, flow);
  }

  /** What a function asks for to tell whether its element goes on. */
  private Optional<Access> asked(Handoffs.Handoff h, Key key, Access act, Pipelines.Stage stage) {
    MethodFlow in = flows.flow(h.target().ref()).orElse(null);
    if (in == null || !h.target().isLambda()) {
      return Optional.empty();
    }
    Terms terms = new Terms(h.args(), h.receiver());
    for (Access a : flows.accesses(in.method().ref())) {
      boolean asks =
          a.kind() == Kind.CHECK && a.keyed() && !a.atomic() && key.equals(key(a.key(), h));
      Place on = asks ? terms.place(a.target()).orElse(null) : null;
      if (on != null
          && CheckThenActs.sameContainer(on, act.target())
          && in.returns(v -> in.dependsOn(v, a.op()))) {
        Op.Call by =
            new Op.Call(Optional.empty(), a.call(), Op.Dispatch.VIRTUAL, List.of(), a.site());
        int number = stage.number();
        Access asked = Access.step(Kind.CHECK, on, found(number), by, number, a.held());
        return Optional.of(asked.answering(a.present()));
      }
    }
    return Optional.empty();
  }

  /** What a lambda takes out by a key of its element. */
  private Access inside(int n, Handoffs.Handoff h) {
    for (Access act : accesses) {
      boolean here = act.op() == n && act.via().size() == 1 && act.kind() == Kind.ACT;
      if (here
          && act.keyed()
          && act.call().params().size() == 1
          && act.via().get(0).callee().equals(h.target().ref())) {
        return act;
      }
    }
    return null;
  }

  /** {@code forEach(map::remove)}. */
  private Access named(Op.Call call, int n, Handoffs.Handoff h) {
    MethodRef method = h.target().ref();
    Place on = h.receiver() && h.args().length == 1 ? h.args()[0].where().orElse(null) : null;
    if (on == null || method.params().size() != 1) {
      return null;
    }
    Op.Call runs =
        new Op.Call(Optional.empty(), method, Op.Dispatch.VIRTUAL, List.of(), call.site());
    HeldLocks held =
        accesses.stream()
            .filter(a -> a.op() == n)
            .findFirst()
            .map(Access::held)
            .orElse(HeldLocks.NONE);
    return Access.step(Kind.ACT, on, found(n), runs, n, held);
  }

  /** What goes through the container: the same call, or the one that a pipeline begins with. */
  private Optional<Access> source(Access act, int n) {
    if (act.owned() || !flow.meaning(act.call()).removes()) {
      return Optional.empty();
    }
    List<Integer> stages = new ArrayList<>(List.of(n));
    stages(n).forEach(s -> stages.add(s.number()));
    return accesses.stream()
        .filter(a -> a.kind() == Kind.ITERATE && a.via().isEmpty() && !a.owned())
        .filter(a -> stages.contains(a.op()))
        .filter(a -> CheckThenActs.sameContainer(a.target(), act.target()))
        .findFirst();
  }

  private static int first(Handoffs.Handoff h) {
    return h.args().length - (h.receiver() ? 1 : 0);
  }

  /** What a function takes as the key; {@code null} where that is no property of its element. */
  private Key key(Sym key, Handoffs.Handoff h) {
    Place place = key == null ? null : key.where().orElse(null);
    if (place != null && place.root() instanceof Root.Param p) {
      return p.index() == first(h) ? new Key(place.path(), null) : null;
    }
    MethodFlow in = flows.flow(h.target().ref()).orElse(null);
    Op.Call call = in == null || place == null ? null : in.callOf(place.root()).orElse(null);
    boolean property = call != null && place.path().isEmpty() && call.args().size() == 1;
    Sym of = property ? in.args(in.maker(place.root()))[0] : null;
    return Sym.parameter(of) == first(h) ? new Key(List.of(), call.method()) : null;
  }

  /** The key that a function makes of its element: {@code Map.Entry::getKey}. */
  private Key key(Handoffs.Handoff h) {
    MethodFlow in = flows.flow(h.target().ref()).orElse(null);
    if (!h.target().isLambda()) {
      MethodRef method = h.target().ref();
      return method.params().isEmpty() ? new Key(List.of(), method) : null;
    }
    Sym[] made = new Sym[1];
    boolean any = in != null && in.returns(v -> (made[0] = v) != null);
    return any ? key(made[0], h) : null;
  }

  /** Whether a function lets only some elements through, by more than their key. */
  private boolean selects(Handoffs.Handoff h, Key key, Access search) {
    MethodFlow in = flows.flow(h.target().ref()).orElse(null);
    return h.target().isLambda()
        ? in != null && in.returns(v -> looks(v, new Look(in, h, key, search), MAX_CALLS))
        : !key.element();
  }

  /** Whether a function takes out only some, by more than their key. */
  private boolean decides(Access act, Key key, Handoffs.Handoff h, Access search) {
    MethodFlow in = flows.flow(h.target().ref()).orElse(null);
    if (in == null) {
      return false;
    }
    Look look = new Look(in, h, key, search);
    return Decisions.ofAll(in).stream()
        .filter(d -> d.region().get(in.blockOf(act.op())))
        .anyMatch(d -> looks(d.left(), look, MAX_CALLS) || looks(d.right(), look, MAX_CALLS));
  }

  /** Where a function looks at its element. */
  private record Look(MethodFlow in, Handoffs.Handoff h, Key key, Access search) {}

  /** Whether a value comes from the element by another way than its key, or from the container. */
  private boolean looks(Sym value, Look look, int depth) {
    for (Sym leaf : value == null ? List.<Sym>of() : value.leaves()) {
      if (leaf instanceof Sym.At at) {
        Place place = at.place();
        boolean element =
            place.root() instanceof Root.Param p
                && (p.index() > first(look.h())
                    || p.index() == first(look.h())
                        && !(look.key().by() == null && way(place, look.key().way())));
        if (element || lookedUp(at, look)) {
          return true;
        }
        int maker = depth == 0 ? -1 : look.in().maker(place.root());
        boolean key =
            maker >= 0 && look.in().op(maker) instanceof Op.Call c && named(c.method(), look.key());
        for (Sym arg : key || maker < 0 ? new Sym[0] : look.in().args(maker)) {
          if (arg != leaf && looks(arg, look, depth - 1)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean way(Place place, List<Step> way) {
    return place.path().size() >= way.size() && place.path().subList(0, way.size()).equals(way);
  }

  private static boolean named(MethodRef method, Key key) {
    return key.by() != null && method.signature().equals(key.by().signature());
  }

  /** {@code map.get(k)} in a function over the keys. */
  private boolean lookedUp(Sym.At value, Look look) {
    int maker = look.in().maker(value.place().root());
    Terms terms = new Terms(look.h().args(), look.h().receiver());
    return flows.accesses(look.in().method().ref()).stream()
        .filter(a -> a.op() == maker && a.kind() == Kind.CHECK && a.keyed())
        .filter(a -> Sym.parameter(a.key()) == first(look.h()))
        .anyMatch(
            a ->
                terms
                    .place(a.target())
                    .filter(p -> CheckThenActs.sameContainer(p, look.search().target()))
                    .isPresent());
  }

  private static Sym found(int n) {
    return new Sym.At(Place.of(new Root.Unknown(n, ""), ""), n);
  }

  private CheckThenActs.Pair pair(Access search, Access act) {
    return pair(search, act, true);
  }

  private CheckThenActs.Pair missing(Access asked, Access act) {
    boolean object = asked.present() == When.IF_NOT_NULL;
    return pair(asked, act, object ? null : false);
  }

  private CheckThenActs.Pair pair(Access search, Access act, Object answer) {
    BitSet region = new BitSet();
    int block = flow.blockOf(act.op());
    region.set(block);
    Op.Test test = new Op.Test(Const.TRUE, Op.Relation.EQ, Const.TRUE, act.site());
    Sym told = new Sym.Lit(answer);
    return CheckThenActs.pair(
        search, act, new Decisions.Decision(test, found(search.op()), told, block, region));
  }
}
