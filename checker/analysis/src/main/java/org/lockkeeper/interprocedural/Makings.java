package org.lockkeeper.interprocedural;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/** How the objects are made that fields hold: with how many permits, with how many threads. */
public final class Makings {
  private static final String SINGLE = "one thread";

  private static final String ROOMY = "room for all";

  private static final String ELEMENT = "[]";

  private static final String RUNS = "runs on ";

  private final Flows flows;
  private final Map<String, Map<String, Set<String>>> known = new HashMap<>();

  /** Of a solved compilation. */
  public Makings(Flows flows) {
    this.flows = flows;
  }

  /** Whether the field's semaphore is made with one permit, everywhere that is seen. */
  public boolean onePermit(Place lock) {
    boolean element = lock.last().filter(Step.Part.class::isInstance).isPresent();
    Optional<FieldRef> field = (element ? lock.parent() : lock).field();
    Set<String> made =
        field.map(f -> of(f.owner(), f.name() + (element ? ELEMENT : ""))).orElse(Set.of());
    return made.equals(Set.of("1"));
  }

  /** Whether the field's semaphore is made with several permits, wherever that is seen. */
  public boolean manyPermits(Place lock) {
    Set<String> made = lock.field().map(this::of).orElse(Set.of());
    return !made.isEmpty() && made.stream().allMatch(n -> n.matches("[0-9]+") && !n.equals("1"));
  }

  /** Whether the field's executor is made with one thread, everywhere that is seen. */
  public boolean singleThreaded(FieldRef field) {
    return of(field).equals(Set.of(SINGLE));
  }

  /** Whether the field's queue is made to take whatever is put into it, everywhere that is seen. */
  public boolean unbounded(Place queue) {
    Optional<FieldRef> field = queue.field();
    return field.isPresent() && of(field.get()).equals(Set.of(ROOMY));
  }

  /** Whether the queue was made here to take whatever is put into it. */
  public boolean unbounded(Place queue, MethodFlow flow) {
    boolean made = queue.root() instanceof Root.Fresh && queue.path().isEmpty();
    int maker = made ? flow.maker(queue.root()) : -1;
    return maker >= 0 && flow.op(maker) instanceof Op.Call call && says(call, Fact.Trait.UNBOUNDED);
  }

  /** The context in which an executor runs its tasks, when it is made for one. */
  Optional<String> runsOn(Sym executor, MethodFlow flow) {
    if (!(executor instanceof Sym.At at)) {
      return Optional.empty();
    }
    if (at.place().root() instanceof Root.Fresh f && at.place().path().isEmpty()) {
      return provided(flow.op(Math.max(f.op(), flow.maker(f))));
    }
    Optional<String> got = at.origin() >= 0 ? provided(flow.op(at.origin())) : Optional.empty();
    if (got.filter(c -> !c.equals(Pipelines.DONE)).isPresent()) {
      return got;
    }
    Set<String> made = at.place().field().map(this::of).orElse(Set.of());
    String only = made.size() == 1 ? made.iterator().next() : "";
    return only.startsWith(RUNS) ? Optional.of(only.substring(RUNS.length())) : Optional.empty();
  }

  private Optional<String> provided(Op maker) {
    return maker instanceof Op.Call call
        ? flows.book().all(Fact.Provides.class, call.method()).stream()
            .map(Fact.Provides::context)
            .findFirst()
        : Optional.empty();
  }

  private Set<String> of(FieldRef field) {
    return of(field.owner(), field.name());
  }

  private Set<String> of(String owner, String name) {
    return known.computeIfAbsent(owner, this::read).getOrDefault(name, Set.of());
  }

  private Map<String, Set<String>> read(String type) {
    Map<String, Set<String>> found = new HashMap<>();
    Hierarchy hierarchy = flows.hierarchy();
    for (MethodInfo m : hierarchy.find(type).map(ClassInfo::methods).orElse(java.util.List.of())) {
      flows.flow(m.ref()).ifPresent(flow -> writes(type, flow, found));
    }
    return found;
  }

  private void writes(String type, MethodFlow flow, Map<String, Set<String>> found) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w && !(at.sym(w.value()) instanceof Sym.Lit)) {
            String name = name(w.slot(), type, at);
            if (name != null) {
              String how = made(at.sym(w.value()), n, flow);
              found.computeIfAbsent(name, k -> new TreeSet<>()).add(how);
            }
          }
        });
  }

  /** A field of the type, or what one holds the elements of; {@code null} for others. */
  private static String name(Op.Slot slot, String type, Point at) {
    boolean element = slot.field().equals(FieldRef.ELEMENT) && slot.base().isPresent();
    FieldRef field =
        element ? at.place(slot.base().get()).field().orElse(slot.field()) : slot.field();
    return field.owner().equals(type) ? field.name() + (element ? ELEMENT : "") : null;
  }

  private boolean says(Op.Call maker, Fact.Trait trait) {
    return flows.book().all(Fact.ReturnsTrait.class, maker.method()).stream()
        .anyMatch(t -> t.trait() == trait);
  }

  private boolean confined(Op.Call maker) {
    return says(maker, Fact.Trait.CONFINED);
  }

  /** Whether an executor is made there that runs its tasks on one thread. */
  static boolean oneThread(MethodFlow flow, Root.Fresh made, FactBook book) {
    int maker = flow.maker(made);
    if (maker < 0 || !(flow.op(maker) instanceof Op.Call call)) {
      return false;
    }
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    return book.all(Fact.Threads.class, call.method()).stream()
        .map(t -> Outcomes.argument(t.argument(), flow.args(maker), receiver))
        .anyMatch(n -> n instanceof Sym.Lit l && Integer.valueOf(1).equals(l.value()));
  }

  private String made(Sym value, int before, MethodFlow flow) {
    if (!(value instanceof Sym.At at && at.place().root() instanceof Root.Fresh fresh)) {
      return "?";
    }
    if (oneThread(flow, fresh, flows.book())) {
      return SINGLE;
    }
    Op maker = flow.op(fresh.op());
    if (maker instanceof Op.Call call) {
      if (confined(call)) {
        return SINGLE;
      }
      return provided(call).map(RUNS::concat).orElse("?");
    }
    for (int n = fresh.op() + 1; n < before; n++) {
      if (flow.op(n) instanceof Op.Call call && call.method().isConstructor()) {
        Sym[] args = flow.args(n);
        boolean made = args.length > 0 && value.equals(args[0]);
        if (made && (confined(call) || provided(call).isPresent())) {
          return confined(call) ? SINGLE : RUNS + provided(call).get();
        }
        if (made && says(call, Fact.Trait.UNBOUNDED)) {
          return ROOMY;
        }
        if (args.length > 1 && value.equals(args[0])) {
          return args[1] instanceof Sym.Lit l ? String.valueOf(l.value()) : "?";
        }
      }
    }
    return "?";
  }
}
