package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Op;

/**
 * Numbers for new entries of a map, by how many it has: {@code ids.putIfAbsent(name, ids.size())},
 * {@code ids.computeIfAbsent(name, k -> ids.size())}. Each step is atomic, and two threads with two
 * names get one number.
 */
final class SizedNumbers {
  private final MethodFlow flow;
  private final List<Access> accesses;
  private final FieldUses uses;
  private final Flows flows;

  SizedNumbers(MethodFlow flow, List<Access> accesses, FieldUses uses, Flows flows) {
    this.flow = flow;
    this.accesses = accesses;
    this.uses = uses;
    this.flows = flows;
  }

  /** Those that no lock keeps apart. */
  List<Updates.Update> all() {
    List<Updates.Update> found = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          boolean enters = op instanceof Op.Call call && (enters(call, n) || numbers(call, n));
          if (enters && at.heldAgainstOthers().isEmpty()) {
            Op.Call call = (Op.Call) op;
            Sym.At map = (Sym.At) flow.args(n)[0];
            Optional<Access> number =
                enters(call, n) ? counted(call, n, map, at) : next(flow.args(n)[1], map);
            number
                .map(
                    read ->
                        new Updates.Update(
                            read,
                            Access.step(Kind.ACT, map.place(), flow.args(n)[1], call, n, at.held()),
                            "draw the number from an `AtomicInteger`",
                            false))
                .ifPresent(found::add);
          }
        });
    return found;
  }

  /** {@code map.put(map.size() + 1, x)}, {@code map.put(map.lastKey() + 1, x)}. */
  private Optional<Access> next(Sym key, Sym.At map) {
    Set<Trait> traits = uses.traits(map.place(), flow);
    boolean open = traits.contains(Trait.CONCURRENT) || traits.contains(Trait.SYNCHRONIZED);
    return accesses.stream()
        .filter(read -> open && (counts(read, map) || key instanceof Sym.Calc && ends(read, map)))
        .filter(read -> flow.dependsOn(key, read.op()))
        .findFirst();
  }

  /** The key of what is last. */
  private static boolean ends(Access read, Sym.At map) {
    return read.kind() == Kind.USE
        && !read.keyed()
        && !read.owned()
        && read.call() != null
        && read.call().params().isEmpty()
        && CheckThenActs.sameContainer(read.target(), map.place());
  }

  /** A step that puts something where a number says. */
  private boolean numbers(Op.Call call, int n) {
    Sym[] args = flow.args(n);
    return args.length == 3
        && args[0] instanceof Sym.At
        && flow.works(call.method().owner(), Fact.Shape.MAP)
        && !flow.meaning(call.method()).atomic()
        && accesses.stream().anyMatch(a -> a.op() == n && a.kind() == Kind.ACT && a.keyed());
  }

  private static boolean counts(Access read, Sym.At map) {
    return read.kind() == Kind.CHECK
        && !read.keyed()
        && !read.owned()
        && read.call() != null
        && read.call().returns().equals("int")
        && CheckThenActs.sameContainer(read.target(), map.place());
  }

  /** A step that puts something where nothing is. */
  private boolean enters(Op.Call call, int n) {
    Sym[] args = flow.args(n);
    return args.length == 3
        && args[0] instanceof Sym.At
        && call.method().params().size() == 2
        && flow.meaning(call.method()).atomic()
        && flow.works(call.method().owner(), Fact.Shape.MAP);
  }

  /** Where it is asked how many there are. */
  private Optional<Access> counted(Op.Call call, int n, Sym.At map, Point at) {
    Set<Trait> traits = uses.traits(map.place(), flow);
    if (!flow.meaning(call.method()).runs().isEmpty()) {
      return traits.contains(Trait.CONCURRENT) ? made(call, n, map, at) : Optional.empty();
    }
    boolean open = traits.contains(Trait.CONCURRENT) || traits.contains(Trait.SYNCHRONIZED);
    return accesses.stream()
        .filter(read -> open && counts(read, map))
        .filter(read -> flow.dependsOn(flow.args(n)[2], read.op()))
        .findFirst();
  }

  /** The function that makes the value returns what it counted. */
  private Optional<Access> made(Op.Call call, int n, Sym.At map, Point at) {
    List<Access> found = new ArrayList<>();
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      MethodFlow body = flows.flow(h.target().ref()).orElse(null);
      for (Access read : body == null ? List.<Access>of() : flows.accesses(h.target().ref())) {
        if (counts(read, map) && body.op(read.op()) instanceof Op.Call asks) {
          body.replay(
              (op, m, there) -> {
                Sym value =
                    op instanceof Op.Return r && r.value().isPresent()
                        ? there.sym(r.value().get())
                        : null;
                if (body.dependsOn(value, read.op())) {
                  found.add(Access.step(Kind.CHECK, map.place(), null, asks, n, at.held()));
                }
              });
        }
      }
    }
    return found.stream().findFirst();
  }
}
