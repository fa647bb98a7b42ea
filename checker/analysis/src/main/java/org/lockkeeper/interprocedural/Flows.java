package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.HomeMadeLocks;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * The methods of a compilation that matter, solved: summaries callee first with a fixed point over
 * recursion, then the locks that every caller of a helper holds, then each method's flow with them.
 */
public final class Flows implements Knowledge {
  private static final int MAX_ROUNDS = 4;

  private final Hierarchy hierarchy;
  private final FactBook book;
  private final List<ClassInfo> classes;
  private final FieldOrigins origins;
  private final Guards guards;
  private final Dispatch dispatch;
  private final Handoffs handoffs;
  private final FieldFunctions functions;
  private final StoredFunctions stored;
  private final Contracts contracts = new Contracts(this);
  private final Callers callers = new Callers(this);
  private final Map<MethodRef, Summary> summaries = new HashMap<>();
  private final Map<MethodRef, MethodFlow> flows = new LinkedHashMap<>();
  private final Map<MethodRef, List<Access>> accesses = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final int size;
  private final CallOrder order;
  private CallOrder whole;
  private final Map<MethodRef, Callee> callees = new HashMap<>();

  /** The same by identity: doors make most references once, and equality costs more. */
  private final Map<MethodRef, Callee> sameCallees = new IdentityHashMap<>();

  private EntryLocks entries;

  /**
   * Solves what a check may have to speak of. Never throws for a fault in one method: see {@link
   * #faults}.
   */
  public Flows(Hierarchy hierarchy, FactBook book, List<ClassInfo> classes) {
    this.hierarchy = hierarchy;
    this.book = book;
    this.classes = List.copyOf(classes);
    this.origins = new FieldOrigins(hierarchy, book);
    this.guards = new Guards(hierarchy, origins);
    this.dispatch =
        new Dispatch(hierarchy, classes, t -> !book.ofType(Fact.RunByDefault.class, t).isEmpty());
    this.handoffs = new Handoffs(hierarchy, book, this);
    this.functions = new FieldFunctions(hierarchy, classes);
    this.stored = new StoredFunctions(hierarchy, classes, origins::meaning, handoffs::function);
    List<MethodInfo> methods = new ArrayList<>();
    classes.forEach(c -> methods.addAll(c.methods()));
    Signs signs = new Signs(hierarchy, book, dispatch);
    Slice slice = new Slice(hierarchy, signs, this::callee, stored::run, classes);
    Set<MethodRef> wanted = slice.methods();
    this.size = slice.size();
    methods.removeIf(m -> !wanted.contains(m.ref()));
    this.order = new CallOrder(hierarchy, this, classes, wanted::contains);
    for (List<MethodInfo> group : order.of(methods)) {
      solve(group, order.recursive(group));
    }
    forgetForeign();
    handoffs.settle();
    inherit();
    handoffs.settle();
  }

  private void solve(List<MethodInfo> group, boolean recursive) {
    boolean changed = true;
    for (int round = 0; changed && round < (recursive ? MAX_ROUNDS : 1); round++) {
      changed = false;
      for (MethodInfo m : group) {
        changed |= guarded(m, () -> summarize(m));
      }
    }
  }

  private boolean summarize(MethodInfo m) {
    MethodBody body = m.body().orElse(null);
    if (body == null) {
      return false;
    }
    MethodFlow flow = new MethodFlow(m, body, contracts.of(m), this);
    List<Access> touched = Accesses.of(flow, this, book, EntryLocks.makes(m));
    Summary now = new Summarizer(flow, this, handoffs, touched).summarize();
    flows.put(m.ref(), flow);
    accesses.put(m.ref(), touched);
    return !now.equals(summaries.put(m.ref(), now));
  }

  /** Runs something for one method; a fault in it costs that method only. */
  private boolean guarded(MethodInfo m, java.util.function.BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException | StackOverflowError fault) {
      flows.remove(m.ref());
      accesses.remove(m.ref());
      summaries.put(m.ref(), Summary.NOTHING);
      StackTraceElement[] trace = fault.getStackTrace();
      faults.add(
          "skipped "
              + m.ref()
              + " after an internal fault: "
              + fault
              + (trace.length > 0 ? " at " + trace[0] : ""));
      return false;
    }
  }

  /** Bodies outside the analysed classes were needed for their summaries only. */
  private void forgetForeign() {
    Map<MethodRef, MethodFlow> kept = new LinkedHashMap<>();
    for (ClassInfo c : classes) {
      for (MethodInfo m : c.methods()) {
        MethodFlow flow = flows.get(m.ref());
        if (flow != null) {
          kept.put(m.ref(), flow);
        }
      }
    }
    flows.clear();
    flows.putAll(kept);
    accesses.keySet().retainAll(kept.keySet());
  }

  private void inherit() {
    entries = new EntryLocks(this);
    for (MethodFlow flow : List.copyOf(flows.values())) {
      MethodInfo m = flow.method();
      HeldLocks entry = entries.of(m.ref());
      boolean making = entries.making(m.ref());
      if (!entry.isEmpty() || making) {
        guarded(
            m,
            () -> {
              HeldLocks all = contracts.of(m);
              for (HeldLocks.Held h : entry.all()) {
                all = all.find(h.lock().place()).isPresent() ? all : all.plus(h);
              }
              MethodFlow again = new MethodFlow(m, flow.body(), all, this);
              flows.put(m.ref(), again);
              accesses.put(m.ref(), Accesses.of(again, this, book, making));
              return true;
            });
      }
    }
  }

  @Override
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  @Override
  public FactBook book() {
    return book;
  }

  /** The classes under analysis. */
  public List<ClassInfo> classes() {
    return classes;
  }

  /** Possible targets of calls. */
  public Dispatch dispatch() {
    return dispatch;
  }

  /** Whether a class is private, or inside of a method: others cannot name it. */
  public boolean hidden(String type) {
    return hierarchy
        .find(type)
        .filter(c -> c.has(Modifier.PRIVATE) || c.enclosingMethod().isPresent())
        .isPresent();
  }

  boolean making(MethodRef method) {
    return entries.making(method);
  }

  /** See {@link EntryLocks#above}. */
  public boolean lockedAbove(MethodRef method) {
    return entries.above(method, 3);
  }

  /** Who calls whom. */
  public Callers callers() {
    return callers;
  }

  /** Function objects given to calls. */
  public Handoffs handoffs() {
    return handoffs;
  }

  @Override
  public List<Handoffs.Handoff> handoffs(Op.Call call, int n, MethodFlow flow) {
    return handoffs.of(call, n, flow);
  }

  /** The solved method; empty for foreign ones and those without body. */
  public Optional<MethodFlow> flow(MethodRef method) {
    return Optional.ofNullable(flows.get(method));
  }

  /** The solved method, solved now if it is a foreign one; empty without body. */
  public Optional<MethodFlow> flowAnywhere(MethodInfo m) {
    Optional<MethodFlow> known = flow(m.ref());
    return known.isPresent()
        ? known
        : m.body().map(b -> new MethodFlow(m, b, HeldLocks.NONE, this));
  }

  /** Who calls whom, callees first, among the methods that matter. */
  public CallOrder order() {
    return order;
  }

  /** The same among all methods, as far as it is known: for those that one may reach. */
  public CallOrder below(MethodInfo from) {
    whole = whole == null ? new CallOrder(hierarchy, this, classes, m -> true) : whole;
    whole.of(List.of(from));
    return whole;
  }

  /** How many methods were looked at. */
  public int size() {
    return size;
  }

  /** All solved methods of the analysed classes, in their order. */
  public List<MethodFlow> all() {
    return List.copyOf(flows.values());
  }

  /** Shared state that a method touches, in the order of its operations. */
  public List<Access> accesses(MethodRef method) {
    return accesses.getOrDefault(method, List.of());
  }

  /** What calls lead to, as the first helper on the way has it. */
  public Optional<Access> inside(Access act) {
    if (!act.via().isEmpty()) {
      MethodRef helper = act.via().get(0).callee();
      List<Summary.Via> rest = act.via().subList(1, act.via().size());
      for (Access a : flow(helper).isPresent() ? accesses(helper) : List.<Access>of()) {
        if (a.kind() == act.kind() && a.inner().equals(act.inner()) && a.via().equals(rest)) {
          return Optional.of(a);
        }
      }
    }
    return Optional.empty();
  }

  /** One line for each method that was skipped after an internal fault. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** Locks that all callers of a helper hold. */
  public HeldLocks inherited(MethodRef method) {
    return entries.of(method);
  }

  /** What guard expressions name. */
  public Guards guards() {
    return guards;
  }

  @Override
  public Optional<Lock> guard(String expression, MethodRef method) {
    MethodInfo info = hierarchy.resolve(method).orElse(null);
    String owner = info == null ? method.owner() : info.ref().owner();
    return guards.resolve(expression, owner, info, null);
  }

  private Callee callee(MethodRef method) {
    Callee known = sameCallees.get(method);
    if (known == null) {
      known = callees.computeIfAbsent(method, m -> new Callee(m, origins.meaning(m), dispatch));
      sameCallees.put(method, known);
    }
    return known;
  }

  @Override
  public Meaning meaning(MethodRef method) {
    return callee(method).meaning();
  }

  @Override
  public HomeMadeLocks homeMade() {
    return origins.homeMade();
  }

  @Override
  public Optional<Place> alias(FieldRef field) {
    return origins.alias(field);
  }

  @Override
  public List<MethodInfo> targets(Op.Call call, Sym receiver) {
    return callee(call.method()).targets(call.dispatch(), receiver, origins);
  }

  @Override
  public List<MethodInfo> bodies(Op.Call call, int n, MethodFlow flow) {
    Sym receiver = Knowledge.receiver(call, n, flow);
    List<MethodInfo> all = targets(call, receiver);
    if (all.isEmpty() || !dispatch.foreign(call, receiver)) {
      return all.isEmpty() && handoffs.runs(call) ? functions.of(receiver) : all;
    }
    int from = receiver instanceof Sym.At at ? at.origin() : -1;
    boolean made = from >= 0 && from < flow.ops() && flow.op(from) instanceof Op.Call;
    String maker = made ? Dispatch.outermost(((Op.Call) flow.op(from)).method().owner()) : "";
    MethodInfo common = hierarchy().resolve(call.method()).orElse(null);
    return all.stream()
        .filter(m -> m == common || Dispatch.outermost(m.ref().owner()).equals(maker))
        .toList();
  }

  @Override
  public List<MethodInfo> held(FieldRef field) {
    return functions.of(field);
  }

  @Override
  public List<MethodInfo> stored(MethodBody body) {
    return stored.run(body);
  }

  @Override
  public List<MethodInfo> stored(Op.Call call, int n, MethodFlow flow) {
    Sym receiver = Knowledge.receiver(call, n, flow);
    List<MethodInfo> all = new ArrayList<>(stored.run(call, receiver, bodies(call, n, flow), flow));
    for (Handoffs.Handoff h :
        receiver == null ? List.<Handoffs.Handoff>of() : handoffs.of(call, n, flow)) {
      if (!h.later() && h.position() >= 0) {
        all.addAll(stored.elements(h, call, receiver, flow));
      }
    }
    return all;
  }

  @Override
  public boolean fixed(FieldRef field) {
    return origins.fixed(field);
  }

  @Override
  public boolean open(MethodRef method) {
    return hierarchy.resolve(method).filter(m -> m.has(Modifier.ABSTRACT)).isPresent();
  }

  @Override
  public boolean settled(MethodInfo method) {
    return Knowledge.super.settled(method)
        || hierarchy.find(method.ref().owner()).filter(c -> c.has(Modifier.FINAL)).isPresent();
  }

  @Override
  public boolean guess(Op.Call call, Sym receiver, MethodInfo caller) {
    return dispatch.guess(call, receiver, caller);
  }

  @Override
  public Summary summary(MethodRef method) {
    return summaries.getOrDefault(method, Summary.NOTHING);
  }
}
