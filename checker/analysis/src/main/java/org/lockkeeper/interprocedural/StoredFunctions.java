package org.lockkeeper.interprocedural;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value.Var;

/**
 * Function objects that are put away where some code runs them later: in a private field, in a map
 * or list that a field holds, or inside an object that a field holds. One of several may run.
 */
final class StoredFunctions {
  /** How many calls away from the field a function object may be got. */
  private static final int MAX_STEPS = 5;

  private final Hierarchy hierarchy;
  private final Function<String, Optional<MethodRef>> functions;
  private final Set<String> analysed = new HashSet<>();
  private final Map<FieldRef, Kept> stored;
  private final Map<MethodRef, Set<FieldRef>> running = new HashMap<>();

  /**
   * Reads all bodies.
   *
   * @param functions the method of a functional type
   */
  StoredFunctions(
      Hierarchy hierarchy,
      List<ClassInfo> classes,
      Function<MethodRef, Meaning> meanings,
      Function<String, Optional<MethodRef>> functions) {
    this.hierarchy = hierarchy;
    this.functions = functions;
    classes.forEach(c -> analysed.add(c.name()));
    this.stored = new Storing(hierarchy, classes, meanings, functions).all();
  }

  /** All that a body may run from where it is kept. */
  List<MethodInfo> run(MethodBody body) {
    Set<MethodInfo> all = new LinkedHashSet<>();
    Set<String> types = null;
    for (Block block : stored.isEmpty() ? List.<Block>of() : body.blocks()) {
      for (Op op : block.ops()) {
        Kept thing = op instanceof Op.Read r ? stored.get(r.slot().field()) : null;
        if (thing != null) {
          types = types == null ? run(body, true) : types;
          for (String type : types) {
            all.addAll(thing.bodies(type, hierarchy));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** Types of the function objects that a body, or a lambda in it, runs. */
  private Set<String> run(MethodBody body, boolean lambdas) {
    Set<String> types = new LinkedHashSet<>();
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call && runs(call.method())) {
          types.add(call.method().owner());
        } else if (op instanceof Op.New n && n.function().isPresent() && lambdas) {
          MethodRef target = n.function().get().target();
          if (runs(target)) {
            types.add(target.owner());
          }
          Optional<MethodBody> inner =
              hierarchy.resolve(target).filter(MethodInfo::isLambda).flatMap(MethodInfo::body);
          inner.ifPresent(b -> types.addAll(run(b, false)));
        }
      }
    }
    return types;
  }

  /**
   * What a call of a function object may run that was got where some are kept.
   *
   * @param targets bodies that the call is known to run
   */
  List<MethodInfo> run(Op.Call call, Sym receiver, List<MethodInfo> targets, MethodFlow flow) {
    Kept thing = stored.isEmpty() ? null : holder(receiver, flow, MAX_STEPS);
    if (thing == null) {
      return List.of();
    }
    Set<MethodInfo> all = new LinkedHashSet<>();
    for (Map.Entry<String, Set<MethodInfo>> each : thing.runs().entrySet()) {
      if (runs(call.method()) && hierarchy.isSubtype(each.getKey(), call.method().owner())) {
        all.addAll(each.getValue());
      }
    }
    Set<MethodInfo> bodies = new LinkedHashSet<>(targets);
    bodies.addAll(all);
    for (MethodInfo body : bodies) {
      for (FieldRef part : running.computeIfAbsent(body.ref(), r -> running(body))) {
        Optional.ofNullable(thing.parts().get(part)).ifPresent(t -> all.addAll(t.bodies()));
      }
    }
    return List.copyOf(all);
  }

  /** The same of the elements that a call hands to a function object, one after the other. */
  List<MethodInfo> elements(Handoffs.Handoff h, Op.Call call, Sym container, MethodFlow flow) {
    Optional<Op.Call> run = stored.isEmpty() ? Optional.empty() : run(h, call);
    return run.map(r -> run(r, container, List.of(), flow)).orElse(List.of());
  }

  /** {@code Runnable::run}, or {@code each -> each.run()}. */
  private Optional<Op.Call> run(Handoffs.Handoff h, Op.Call call) {
    MethodInfo function = h.target();
    MethodBody body = function.body().orElse(null);
    if (body == null || !function.isLambda()) {
      Op.Call named =
          new Op.Call(
              Optional.empty(), function.ref(), Op.Dispatch.VIRTUAL, List.of(), call.site());
      return Optional.of(named)
          .filter(c -> body == null && h.args().length == 0 && runs(c.method()));
    }
    List<Var> elements =
        body.params()
            .subList(Math.min(h.args().length, body.params().size()), body.params().size());
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call c
            && c.dispatch() == Op.Dispatch.VIRTUAL
            && elements.contains(c.args().get(0))
            && runs(c.method())) {
          return Optional.of(c);
        }
      }
    }
    return Optional.empty();
  }

  private boolean runs(MethodRef method) {
    return functions
        .apply(method.owner())
        .filter(f -> f.signature().equals(method.signature()))
        .isPresent();
  }

  /** Fields whose function objects a body runs. */
  private Set<FieldRef> running(MethodInfo method) {
    Set<FieldRef> found = new LinkedHashSet<>();
    Map<Integer, FieldRef> read = new HashMap<>();
    for (Block block : method.body().map(MethodBody::blocks).orElse(List.of())) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Read r) {
          read.put(r.to().index(), r.slot().field());
        } else if (op instanceof Op.Copy c
            && c.from().size() == 1
            && c.from().get(0) instanceof Var v
            && read.containsKey(v.index())) {
          read.put(c.to().index(), read.get(v.index()));
        } else if (op instanceof Op.Call call
            && call.dispatch() == Op.Dispatch.VIRTUAL
            && call.args().get(0) instanceof Var v
            && read.containsKey(v.index())
            && runs(call.method())) {
          found.add(read.get(v.index()));
        }
      }
    }
    return found;
  }

  /**
   * What the field, or the container in it, holds where an object was found; {@code null} for none.
   */
  private Kept holder(Sym found, MethodFlow flow, int steps) {
    if (!(found instanceof Sym.At at) || steps == 0) {
      return null;
    }
    if (!at.place().path().isEmpty()) {
      Kept owner = holder(new Sym.At(at.place().parent(), at.origin()), flow, steps - 1);
      FieldRef field = at.place().field().orElse(null);
      Kept part = owner == null || field == null ? owner : owner.parts().get(field);
      return part != null || field == null ? part : stored.get(field);
    }
    int maker = flow.maker(at.place().root());
    boolean library =
        maker >= 0
            && maker < flow.ops()
            && flow.op(maker) instanceof Op.Call call
            && !analysed.contains(call.method().owner());
    Sym[] args = library ? flow.args(maker) : new Sym[0];
    return args.length > 0 ? holder(args[0], flow, steps - 1) : null;
  }
}
