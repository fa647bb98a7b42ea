package org.lockkeeper.cooperation;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;

/**
 * Streams of the program's own whose steps call nothing that waits, so that what they inherit does
 * not either. A step is what the library declares to block.
 */
final class OwnStreams {
  /** Methods that a step may lead to; more are taken to wait. */
  private static final int MANY = 64;

  private final Flows flows;
  private final Map<String, Boolean> known = new HashMap<>();

  OwnStreams(Flows flows) {
    this.flows = flows;
  }

  /** Whether no object of the type, or of one below it, waits when it is read or written. */
  boolean never(String type) {
    Boolean before = known.get(type);
    if (before != null) {
      return before;
    }
    boolean never = flows.dispatch().analyses(type) && steps(type);
    known.put(type, never);
    return never;
  }

  /** It, or an analysed class above it, takes the step that the library leaves open. */
  private boolean steps(String type) {
    List<String> own = new ArrayList<>();
    String at = type;
    while (at != null && flows.dispatch().analyses(at)) {
      own.add(at);
      at = flows.hierarchy().find(at).flatMap(ClassInfo::superName).orElse(null);
    }
    String root = at;
    if (root == null || !top(root) || own.stream().noneMatch(t -> fills(t, root))) {
      return false;
    }
    own.addAll(flows.dispatch().subtypes(type));
    return own.stream().allMatch(t -> harmless(t, root));
  }

  /** A library's stream with nothing below it. */
  boolean top(String type) {
    return flows
        .hierarchy()
        .find(type)
        .flatMap(ClassInfo::superName)
        .filter("java.lang.Object"::equals)
        .isPresent();
  }

  private boolean fills(String type, String root) {
    return methods(type).stream()
        .anyMatch(
            m ->
                m.hasBody()
                    && step(m, root)
                    && flows
                        .hierarchy()
                        .resolve(m.ref().in(root))
                        .filter(up -> up.has(Modifier.ABSTRACT))
                        .isPresent());
  }

  private boolean harmless(String type, String root) {
    Set<MethodInfo> seen = new HashSet<>();
    return methods(type).stream().noneMatch(m -> step(m, root) && waits(m, type, seen));
  }

  private boolean step(MethodInfo m, String root) {
    return !m.isStatic() && flows.book().says(Fact.Blocks.class, m.ref().in(root));
  }

  private List<MethodInfo> methods(String type) {
    return flows.hierarchy().find(type).map(ClassInfo::methods).orElse(List.of());
  }

  private boolean waits(MethodInfo m, String type, Set<MethodInfo> seen) {
    if (seen.size() > MANY) {
      return true;
    }
    return m.hasBody()
        && seen.add(m)
        && m.body().stream()
            .flatMap(b -> b.blocks().stream())
            .flatMap(b -> b.ops().stream())
            .anyMatch(op -> op instanceof Op.Call call && waits(call, m, type, seen));
  }

  private boolean waits(Op.Call call, MethodInfo in, String type, Set<MethodInfo> seen) {
    boolean self =
        call.dispatch() != Op.Dispatch.STATIC
            && !in.isStatic()
            && flows.hierarchy().isSubtype(type, in.ref().owner())
            && call.args().get(0).equals(in.body().get().params().get(0));
    if (!self && flows.book().says(Fact.Blocks.class, call.method())) {
      return true;
    }
    List<MethodInfo> targets =
        self
            ? flows.hierarchy().resolve(call.method()).stream().toList()
            : flows.dispatch().ownVirtual(call.method());
    return targets.stream().anyMatch(m -> waits(m, type, seen));
  }
}
