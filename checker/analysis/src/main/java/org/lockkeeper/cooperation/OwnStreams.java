package org.lockkeeper.cooperation;

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
 * Streams of the program's own whose {@code read} and {@code write} call nothing that waits, so
 * that what they inherit does not either.
 */
final class OwnStreams {
  private static final Set<String> STEPS = Set.of("read", "write");

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
    for (String below : never ? flows.dispatch().subtypes(type) : Set.<String>of()) {
      never = never && harmless(below);
    }
    known.put(type, never);
    return never;
  }

  /** It, or an analysed class above it, says how one byte is read or written. */
  private boolean steps(String type) {
    boolean own = false;
    String at = type;
    while (at != null && flows.dispatch().analyses(at)) {
      ClassInfo info = flows.hierarchy().find(at).orElseThrow();
      own |=
          info.methods().stream()
              .anyMatch(
                  m ->
                      m.hasBody()
                          && (m.ref().signature().equals("read()")
                              || m.ref().signature().equals("write(int)")));
      if (!harmless(at)) {
        return false;
      }
      at = info.superName().orElse(null);
    }
    return own && at != null && root(at);
  }

  /** A library's stream with nothing below it. */
  private boolean root(String type) {
    return flows
        .hierarchy()
        .find(type)
        .flatMap(ClassInfo::superName)
        .filter("java.lang.Object"::equals)
        .isPresent();
  }

  private boolean harmless(String type) {
    Set<MethodInfo> seen = new HashSet<>();
    for (MethodInfo m : flows.hierarchy().find(type).map(ClassInfo::methods).orElse(List.of())) {
      if (STEPS.contains(m.ref().name()) && !m.isStatic() && waits(m, type, seen)) {
        return false;
      }
    }
    return true;
  }

  private boolean waits(MethodInfo m, String type, Set<MethodInfo> seen) {
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
