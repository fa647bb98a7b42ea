package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place.Root;

/**
 * Methods that only one thread at a time runs on an object: a thread's {@code run}, what a protocol
 * calls one after the other, and helpers that nobody else calls.
 */
final class OwnThreads {
  private final Flows flows;
  private final Map<MethodRef, Boolean> known = new HashMap<>();
  private Map<MethodRef, List<Caller>> callers;

  /** Who calls a method, and whether on its own object. */
  private record Caller(MethodRef method, boolean self) {}

  OwnThreads(Flows flows) {
    this.flows = flows;
  }

  /** Whether no two threads run such methods of one object at a time. */
  boolean of(MethodRef method) {
    Boolean answer = known.get(method);
    if (answer == null) {
      answer = of(method, new HashSet<>());
      known.put(method, answer);
    }
    return answer;
  }

  private boolean of(MethodRef method, Set<MethodRef> seen) {
    MethodInfo m = flows.hierarchy().resolve(method).orElse(null);
    if (m == null || m.isStatic() || !seen.add(method)) {
      return m != null && !m.isStatic();
    }
    if (runs(m) || serial(m)) {
      return true;
    }
    List<Caller> all = index().getOrDefault(method, List.of());
    boolean own = !all.isEmpty() && !m.has(Modifier.PUBLIC);
    for (Caller caller : all) {
      own = own && caller.self() && of(caller.method(), seen);
    }
    return own;
  }

  /** One at a time, unless the protocol's objects are told apart by their arguments. */
  private boolean serial(MethodInfo m) {
    boolean component = false;
    for (Fact.Is is : flows.book().ofType(Fact.Is.class, m.ref().owner())) {
      component |= is.trait() == Fact.Trait.COMPONENT;
    }
    return !component && flows.book().says(Fact.Serial.class, m.ref());
  }

  private boolean runs(MethodInfo m) {
    return m.ref().name().equals("run")
        && m.ref().params().isEmpty()
        && flows.hierarchy().isSubtype(m.ref().owner(), "java.lang.Thread");
  }

  private Map<MethodRef, List<Caller>> index() {
    if (callers == null) {
      callers = new HashMap<>();
      flows.all().forEach(this::collect);
    }
    return callers;
  }

  private void collect(MethodFlow flow) {
    flow.calls(
        (call, n) -> {
          Sym receiver = Knowledge.receiver(call, n, flow);
          boolean self =
              receiver instanceof Sym.At at
                  && at.place().root() instanceof Root.This
                  && at.place().path().isEmpty();
          for (MethodInfo target : flows.targets(call, receiver)) {
            callers
                .computeIfAbsent(target.ref(), k -> new ArrayList<>())
                .add(new Caller(flow.method().ref(), self));
          }
        });
  }
}
