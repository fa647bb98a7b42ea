package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/**
 * The methods that a check may have to speak of (a slice: Weiser 1984): those of classes that show
 * any {@link Signs} of concurrency, what these need of others, and what cooperative tasks reach.
 * The rest of a program, often most of it, need not be solved.
 */
final class Slice {
  /** How many calls away from such a class its helpers are looked for. */
  private static final int HELPERS = 3;

  private final Hierarchy hierarchy;
  private final Signs signs;
  private final Function<MethodRef, Callee> callees;
  private final Function<MethodBody, List<MethodInfo>> stored;
  private final Map<MethodRef, Calling> methods = new LinkedHashMap<>();
  private final Set<String> shared = new HashSet<>();
  private final Set<MethodRef> kept = new HashSet<>();

  Slice(
      Hierarchy hierarchy,
      Signs signs,
      Function<MethodRef, Callee> callees,
      Function<MethodBody, List<MethodInfo>> stored,
      List<ClassInfo> classes) {
    this.hierarchy = hierarchy;
    this.signs = signs;
    this.callees = callees;
    this.stored = stored;
    for (ClassInfo c : classes) {
      for (MethodInfo m : c.methods()) {
        m.body().ifPresent(body -> methods.put(m.ref(), new Calling(m, this)));
      }
    }
    methods.values().forEach(m -> m.scan(signs));
    wrappers();
    share(classes);
    methods.values().forEach(this::tasks);
    keep();
    methods.values().stream().map(Calling::method).forEach(this::putAside);
  }

  /** The body of a method that is not part of it. */
  private void putAside(MethodInfo method) {
    if (!kept.contains(method.ref()) && method.lowered() instanceof MethodInfo.Lowered lowered) {
      lowered.putAside();
    }
  }

  /** Those that are part of it. */
  Set<MethodRef> methods() {
    return Set.copyOf(kept);
  }

  /** How many methods there are, in it or not. */
  int size() {
    return methods.size();
  }

  /** The analysed method, or null. */
  Calling of(MethodInfo method) {
    return methods.get(method.ref());
  }

  /** Analysed bodies that a call may run. */
  List<MethodInfo> targets(Op.Call call) {
    return callees.apply(call.method()).own(call.dispatch());
  }

  /** Function objects that a body may run where they are kept. */
  List<MethodInfo> stored(MethodBody body) {
    return stored.apply(body);
  }

  /** What a function object runs. */
  Optional<MethodInfo> body(Op.Function function) {
    return hierarchy.resolve(function.target());
  }

  private static Set<String> names(Collection<Calling> some) {
    Set<String> names = new HashSet<>();
    some.forEach(m -> names.add(m.method().ref().name()));
    return names;
  }

  /** To call what only acquires, or only releases, is to lock. */
  private void wrappers() {
    for (int depth = 0; depth < 2; depth++) {
      List<Calling> halves = new ArrayList<>();
      for (Calling each : methods.values()) {
        if (each.half()) {
          halves.add(each);
        }
      }
      Set<String> names = names(halves);
      for (Calling each : halves.isEmpty() ? List.<Calling>of() : methods.values()) {
        each.calls(
            names,
            callee -> {
              if (callee.half()) {
                each.learn(callee.signs() & (Signs.ACQUIRES | Signs.RELEASES) | Signs.LOCKS);
              }
              return false;
            });
      }
    }
  }

  /** A sign anywhere in a file's class is one for all of it, and for classes above and below. */
  private void share(List<ClassInfo> classes) {
    Set<String> families = new HashSet<>();
    Set<String> keepers = new HashSet<>();
    classes.stream().filter(signs::keeps).map(ClassInfo::name).forEach(keepers::add);
    Map<String, List<String>> below = new HashMap<>();
    Map<String, List<String>> above = new HashMap<>();
    for (Calling each : methods.values()) {
      if (each.shows(Signs.ANY)) {
        families.add(Dispatch.outermost(each.method().ref().owner()));
      }
    }
    for (ClassInfo c : classes) {
      if (!families.contains(Dispatch.outermost(c.name()))
          && (signs.declared(c) || signs.uses(c, keepers))) {
        families.add(Dispatch.outermost(c.name()));
      }
      c.superName().ifPresent(up -> above.put(c.name(), List.of(up)));
      c.superName()
          .ifPresent(up -> below.computeIfAbsent(up, k -> new ArrayList<>(2)).add(c.name()));
    }
    below.remove("java.lang.Object");
    Set<String> own = new HashSet<>();
    for (ClassInfo c : classes) {
      if (families.contains(Dispatch.outermost(c.name()))) {
        own.add(c.name());
      }
    }
    reach(own, below);
    reach(own, above);
    for (Calling each : methods.values()) {
      if (each.shows(Signs.LOCKS)) {
        shared.addAll(each.touched());
      }
    }
  }

  private void reach(Set<String> from, Map<String, List<String>> along) {
    Deque<String> work = new ArrayDeque<>(from);
    Set<String> seen = new HashSet<>(from);
    while (!work.isEmpty()) {
      for (String each : along.getOrDefault(work.poll(), List.of())) {
        if (seen.add(each)) {
          work.add(each);
        }
      }
    }
    shared.addAll(seen);
  }

  /** Tasks may share the objects whose methods they call. */
  private void tasks(Calling starter) {
    if (starter.shows(Signs.STARTS)) {
      for (Calling body : bodies(starter)) {
        for (Calling callee : body.callees()) {
          MethodInfo m = callee.method();
          if (!m.isStatic() && !m.ref().isConstructor() && mutable(m.ref().owner())) {
            shared.add(m.ref().owner());
          }
          lent(callee, 1);
        }
      }
    }
  }

  /** They may also pass them on to helpers that change them. */
  private void lent(Calling helper, int more) {
    if (helper.writes() && !helper.method().ref().isConstructor()) {
      shared.addAll(helper.touched());
    }
    for (Calling callee : more > 0 ? helper.callees() : List.<Calling>of()) {
      lent(callee, more - 1);
    }
  }

  private boolean mutable(String type) {
    for (MethodInfo m : hierarchy.find(type).map(ClassInfo::methods).orElse(List.of())) {
      Calling each = methods.get(m.ref());
      if (each != null && each.writes() && !EntryLocks.makes(m)) {
        return true;
      }
    }
    return false;
  }

  /** What the tasks run that a method makes, or that its own object is. */
  private Collection<Calling> bodies(Calling starter) {
    List<Calling> all = new ArrayList<>(starter.functions());
    Set<String> types = new LinkedHashSet<>(starter.made());
    types.add(starter.method().ref().owner());
    for (String type : types) {
      if (signs.runsLater(type)) {
        for (MethodInfo m : hierarchy.find(type).map(ClassInfo::methods).orElse(List.of())) {
          Calling body = methods.get(m.ref());
          if (body != null) {
            all.add(body);
          }
        }
      }
    }
    return all;
  }

  private void keep() {
    List<Calling> core = new ArrayList<>();
    List<Calling> tasks = new ArrayList<>();
    boolean provided = methods.values().stream().anyMatch(m -> m.shows(Signs.PROVIDES));
    int task = provided ? Signs.COOPERATIVE | Signs.STARTS : Signs.COOPERATIVE;
    for (Calling each : methods.values()) {
      boolean touches = shared.contains(each.method().ref().owner());
      for (String owner : each.touched()) {
        touches = touches || shared.contains(owner);
      }
      if (touches) {
        core.add(each);
      }
      if (each.shows(task)) {
        tasks.add(each);
      }
    }
    core.forEach(this::keep);
    callers(core);
    helpers(core);
    between(core);
    closure(tasks, Calling::callees).forEach(this::keep);
  }

  private boolean keep(Calling each) {
    return kept.add(each.method().ref());
  }

  /** Who calls a helper without a lock tells that callers need not hold it. */
  private void callers(List<Calling> core) {
    Set<Calling> helpers = new HashSet<>();
    for (Calling each : core) {
      MethodInfo m = each.method();
      if (!m.has(Modifier.PUBLIC) && !m.has(Modifier.PRIVATE) && !m.ref().isConstructor()) {
        helpers.add(each);
      }
    }
    Set<String> names = names(helpers);
    for (Calling each : methods.values()) {
      if (!kept.contains(each.method().ref()) && each.calls(names, helpers::contains)) {
        keep(each);
      }
    }
  }

  /** Callees whose answers are used, or that work on containers. */
  private void helpers(List<Calling> core) {
    List<Calling> last = core;
    for (int depth = 0; depth < HELPERS; depth++) {
      List<Calling> next = new ArrayList<>();
      for (Calling each : last) {
        for (Calling callee : each.asked()) {
          if (keep(callee)) {
            next.add(callee);
          }
        }
        for (Calling callee : each.callees()) {
          if (callee.shows(Signs.TOUCHES) && keep(callee)) {
            next.add(callee);
          }
        }
      }
      last = next;
    }
  }

  /** What lies on a way, not too long, from code that may hold a lock to code that takes one. */
  private void between(List<Calling> core) {
    List<Calling> holders = new ArrayList<>();
    for (Calling each : core) {
      if (each.shows(Signs.LOCKS)) {
        holders.add(each);
      }
    }
    Map<Calling, List<Calling>> callers = new HashMap<>();
    Set<Calling> seen = new HashSet<>(holders);
    List<Calling> last = holders;
    for (int depth = 0; depth < Summary.MAX_CHAIN; depth++) {
      List<Calling> next = new ArrayList<>();
      for (Calling each : last) {
        for (Calling callee : each.callees()) {
          callers.computeIfAbsent(callee, k -> new ArrayList<>(2)).add(each);
          if (seen.add(callee)) {
            next.add(callee);
          }
        }
      }
      last = next;
    }
    closure(holders, m -> callers.getOrDefault(m, List.of())).forEach(this::keep);
  }

  private static Set<Calling> closure(
      List<Calling> from, Function<Calling, List<Calling>> further) {
    Set<Calling> seen = new HashSet<>(from);
    Deque<Calling> work = new ArrayDeque<>(from);
    while (!work.isEmpty()) {
      for (Calling each : further.apply(work.poll())) {
        if (seen.add(each)) {
          work.add(each);
        }
      }
    }
    return seen;
  }
}
