package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;

/**
 * Methods that only one thread at a time runs on an object: a thread's {@code run}, what a protocol
 * calls one after the other, and helpers that nobody else calls.
 */
final class OwnThreads {
  private final Flows flows;
  private final Map<MethodRef, Boolean> known = new HashMap<>();
  private final Callers callers;

  OwnThreads(Flows flows) {
    this.flows = flows;
    this.callers = flows.callers();
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
    if (runs(m, flows) || serial(m)) {
      return true;
    }
    List<Callers.Caller> all = callers.of(method);
    boolean own = !all.isEmpty() && !m.has(Modifier.PUBLIC);
    for (Callers.Caller caller : all) {
      own = own && caller.self() && of(caller.in().method().ref(), seen);
    }
    return own;
  }

  /** One at a time, unless the protocol's objects are told apart by their arguments. */
  private boolean serial(MethodInfo m) {
    boolean component = false;
    for (Fact.Is is : flows.book().ofType(Fact.Is.class, m.ref().owner())) {
      component |= is.trait() == Fact.Trait.COMPONENT;
    }
    return !component && flows.book().says(Fact.Serial.class, m.ref()) && !rounds(m, flows);
  }

  /** Whether a scheduler runs the method again and again, one round after the other. */
  static boolean rounds(MethodInfo m, Flows flows) {
    return m.ref().params().isEmpty()
        && flows.book().says(Fact.Serial.class, m.ref())
        && flows.book().all(Fact.RunsOn.class, m.ref()).contains(new Fact.RunsOn("pool"));
  }

  /** Whether it is the {@code run} of a class of threads. */
  static boolean runs(MethodInfo m, Flows flows) {
    return m.ref().name().equals("run")
        && m.ref().params().isEmpty()
        && flows.hierarchy().isSubtype(m.ref().owner(), "java.lang.Thread");
  }
}
