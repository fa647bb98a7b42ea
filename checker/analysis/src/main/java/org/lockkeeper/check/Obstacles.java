package org.lockkeeper.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.check.Obstacle.Kind;
import org.lockkeeper.cooperation.Effects;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;

/** What stands against moving the calls of a method into a function or under a lock. */
final class Obstacles {
  private static final List<String> UNCHECKED =
      List.of("java.lang.RuntimeException", "java.lang.Error");

  /** Who may fail like this speaks with something outside, which takes its time. */
  private static final List<String> OUTSIDE =
      List.of("java.io.IOException", "java.lang.InterruptedException");

  /** Most methods that are looked through. */
  private static final int MANY = 64;

  private final Flows flows;
  private final Effects effects;
  private final MethodFlow flow;
  private final Place container;
  private final List<Obstacle> all = new ArrayList<>();

  /**
   * @param container what a function would run inside of; {@code null} for none
   */
  Obstacles(Flows flows, Effects effects, MethodFlow flow, Place container) {
    this.flows = flows;
    this.effects = effects;
    this.flow = flow;
    this.container = container;
  }

  /** In the order of the operations. */
  List<Obstacle> all() {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call) {
            List<String> types = thrown(call);
            types.forEach(t -> add(Kind.THROWS, call, "throws " + MethodRef.simple(t)));
            blocking(call, n, at, types);
            reentry(call, n);
            missing(call, n);
            effect(call, n, at);
          }
        });
    return all;
  }

  private void add(Kind kind, Op.Call call, String reason) {
    all.add(new Obstacle(kind, call.site(), "`" + name(call.method()) + "` " + reason));
  }

  private static String name(MethodRef method) {
    return method.isConstructor() ? MethodRef.simple(method.owner()) : method.name();
  }

  /** Its checked exceptions. */
  private List<String> thrown(Op.Call call) {
    Optional<MethodInfo> info = flows.hierarchy().resolve(call.method());
    return info.map(MethodInfo::thrown).orElse(List.of()).stream()
        .filter(t -> UNCHECKED.stream().noneMatch(u -> flows.hierarchy().isSubtype(t, u)))
        .toList();
  }

  private void blocking(Op.Call call, int n, Point at, List<String> thrown) {
    if (effects.blocking(call, n, flow, at).isPresent()) {
      add(Kind.BLOCKS, call, "may block");
    } else if (flows.bodies(call, n, flow).stream().noneMatch(this::isKnown)) {
      boolean foreign =
          flows.hierarchy().find(call.method().owner()).filter(ClassInfo::isInterface).isPresent();
      thrown.stream()
          .filter(t -> foreign || OUTSIDE.stream().anyMatch(o -> flows.hierarchy().isSubtype(t, o)))
          .findFirst()
          .ifPresent(t -> add(Kind.BLOCKS, call, waits(t)));
    }
  }

  private boolean isKnown(MethodInfo target) {
    return flows.flow(target.ref()).isPresent();
  }

  private static String waits(String thrown) {
    return "is unknown and throws " + MethodRef.simple(thrown) + ", so it may wait";
  }

  private void reentry(Op.Call call, int n) {
    boolean uses = false;
    boolean changes = false;
    for (Access a : container == null ? List.<Access>of() : flows.accesses(flow.method().ref())) {
      boolean ours = a.op() == n && same(a.target());
      uses |= ours;
      changes |= ours && a.changes() && a.via().isEmpty();
    }
    for (MethodInfo target :
        container == null ? List.<MethodInfo>of() : flows.targets(call, n, flow)) {
      uses |= touches(target, new HashSet<>());
    }
    if (uses) {
      add(Kind.REENTERS, call, "uses `" + container + "` itself");
    }
    if (changes) {
      add(Kind.CHANGES, call, "changes `" + container + "`");
    }
  }

  /** Whether a method, or what it calls, uses a container like ours. */
  private boolean touches(MethodInfo method, Set<MethodRef> seen) {
    MethodFlow inner = flows.flow(method.ref()).orElse(null);
    if (inner == null || seen.size() > MANY || !seen.add(method.ref())) {
      return false;
    }
    boolean[] found = {
      flows.accesses(method.ref()).stream().anyMatch(a -> a.call() != null && same(a.target()))
    };
    inner.calls(
        (call, n) ->
            flows.targets(call, null).forEach(t -> found[0] = found[0] || touches(t, seen)));
    return found[0];
  }

  private boolean same(Place place) {
    return Parts.container(place).shape().equals(container.shape());
  }

  private void missing(Op.Call call, int n) {
    for (MethodInfo target : flows.targets(call, n, flow)) {
      boolean says =
          target.annotations().stream()
              .map(Annotation::type)
              .map(MethodRef::simple)
              .anyMatch(t -> t.equals("Nullable") || t.equals("CheckForNull"));
      if (says || returnsNull(target)) {
        add(Kind.NULLABLE, call, "may return null");
        return;
      }
    }
  }

  private boolean returnsNull(MethodInfo target) {
    return flows.flow(target.ref()).map(f -> returnsNull(f.body())).orElse(false);
  }

  private static boolean returnsNull(MethodBody body) {
    Set<Value> nulls = new HashSet<>();
    nulls.add(Const.NULL);
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Copy copy && copy.from().contains(Const.NULL)) {
          nulls.add(copy.to());
        }
      }
    }
    return body.blocks().stream()
        .flatMap(b -> b.ops().stream())
        .anyMatch(
            o -> o instanceof Op.Return r && !r.thrown() && nulls.contains(r.value().orElse(null)));
  }

  /** Only what takes and gives plain values, or looks, may be done twice for one. */
  private void effect(Op.Call call, int n, Point at) {
    boolean plain =
        call.dispatch() == Op.Dispatch.STATIC
            && call.method().params().stream().allMatch(Primitives::is)
            && !call.method().returns().equals("void");
    boolean fresh = call.method().isConstructor() && flows.targets(call, n, flow).isEmpty();
    boolean own = !flows.targets(call, n, flow).isEmpty();
    for (MethodInfo target : flows.targets(call, n, flow)) {
      Summary summary = flows.summary(target.ref());
      own &=
          flows.flow(target.ref()).isPresent()
              && summary.accesses().stream().noneMatch(Access::changes)
              && summary.acquires().isEmpty();
    }
    if (!plain && !own && !fresh && !onOwned(call, n, at)) {
      add(
          Kind.EFFECT,
          call,
          "may have an effect, and would run again when another thread is first");
    }
  }

  /** What nobody else can see may be changed as often as one likes. */
  private boolean onOwned(Op.Call call, int n, Point at) {
    Sym[] args = flow.args(n);
    return call.dispatch() != Op.Dispatch.STATIC
        && args != null
        && args.length > 0
        && args[0] instanceof Sym.At receiver
        && at.owned(receiver.place());
  }
}
