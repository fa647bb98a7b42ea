package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lockkeeper.facts.AcceptedRace;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Shape;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * The intent gate: shared-state checks speak only where someone showed that threads share the
 * state.
 */
public final class Intent {
  private static final Pattern LOCKED =
      Pattern.compile("[a-z].*(WithinLock|UnderLock|HoldingLock|LockHeld)");

  /** Helpers of helpers, at most. */
  private static final int MAX_HELPERS = 3;

  private final Flows flows;
  private final FieldUses uses;
  private final Captures captures;
  private final Map<String, Boolean> threaded = new HashMap<>();
  private final Tasks tasks;
  private final LockingMethods locking;
  private final LockedUses locked;
  private final SideTables sideTables;
  private final LockedContents contents;
  private final Components components;
  private final AssertedThreads asserted;
  private final LocalObjects locals;
  private final PassedContainers passed;
  private final MainPhases phases;

  /** Of a solved compilation. */
  public Intent(Flows flows, FieldUses uses, Captures captures) {
    this.tasks = new Tasks(flows, uses, captures);
    this.locking = new LockingMethods(flows, uses, tasks);
    this.locked = new LockedUses(flows, uses, this::isThreaded);
    this.sideTables = new SideTables(flows, uses, this::isThreaded);
    this.contents = new LockedContents(flows, uses);
    this.components = new Components(flows, uses, this::isThreaded);
    this.asserted = new AssertedThreads(flows, uses);
    this.locals = new LocalObjects(flows, uses);
    this.passed = new PassedContainers(flows, uses);
    this.phases = new MainPhases(flows, uses);
    this.flows = flows;
    this.uses = uses;
    this.captures = captures;
  }

  /**
   * Why the content of the place is taken to be shared (what is declared guarded is judged by its
   * declaration), to complete "reported because …"; empty when it is not.
   */
  public Optional<String> reason(Place place, MethodFlow flow) {
    return reason(place, flow, false);
  }

  private Optional<String> reason(Place place, MethodFlow flow, boolean reference) {
    Place whole = place;
    while (whole.last().orElse(null) instanceof Step.Part) {
      whole = whole.parent();
    }
    Optional<Captures.Captured> outer = captures.resolve(whole, flow);
    if (outer.isPresent()) {
      return captured(place, outer.get(), flow);
    }
    if (place.root() instanceof Root.Fresh || confined(flow) || captures.entry(place, flow)) {
      return Optional.empty();
    }
    Optional<FieldRef> field = base(place).field();
    if (field.isEmpty() && locals.takenOut(place, flow)) {
      return Optional.empty();
    }
    if (field.isEmpty()) {
      Set<Trait> traits = uses.traits(place, flow);
      boolean modern = !traits.contains(Trait.LEGACY) || isThreaded(place.rootType());
      Optional<String> itself =
          traits.contains(Trait.CONCURRENT) || modern && place.root() instanceof Root.This
              ? byTrait(place, traits, MethodRef.simple(place.type()))
              : Optional.empty();
      Optional<FieldRef> holder = FieldUses.holder(place, flow);
      boolean inside = itself.isPresent() && holder.isPresent();
      if (itself.isEmpty()) {
        return passed.reason(place, flow, (p, by) -> reason(p, by, false));
      }
      return inside && !uses.ofType(place.type()).contains(Trait.CONCURRENT)
          ? Optional.of("`" + holder.get().name() + "` holds concurrent ones")
          : itself;
    }
    return ofField(field.get(), place, flow, reference);
  }

  /**
   * Why the state that is accessed is taken to be shared. That a field's content is made for many
   * threads does not tell that the field is.
   */
  public Optional<String> reason(Access act, MethodFlow flow) {
    Optional<FieldRef> field = base(act.target()).field();
    boolean reference = act.call() == null && field.isPresent();
    boolean slot = reference && act.target().field().isEmpty();
    boolean own = slot ? captures.ownSlot(act.target(), flow) : reference && ownTask(act, flow);
    if (own || sideTables.ofArgument(act) || phases.alone(act, flow)) {
      return Optional.empty();
    }
    boolean theirs = reference && foreign(act, field.get(), flow);
    Optional<String> shown =
        theirs
            ? FoundObjects.reason(field.get(), act.target(), flow, tasks, uses)
            : reason(act.target(), flow, reference);
    if (shown.isEmpty() && field.isEmpty()) {
      return locals.lent(act, flow);
    }
    if (shown.isPresent() || !free(field.get())) {
      return shown;
    }
    Optional<String> beside = reference ? beside(field.get(), act, flow) : Optional.empty();
    boolean bare = act.held().isEmpty() && !confined(flow);
    Optional<String> inside = bare ? contents.reason(act, flow) : Optional.empty();
    Optional<String> found = beside.isPresent() ? beside : inside;
    boolean open = bare && !tasks.ownSlot(act.target(), flow);
    return found.isEmpty() && open ? global(field.get()) : found;
  }

  /** A field that a helper of another class writes: that one says who shares its objects. */
  private boolean foreign(Access act, FieldRef field, MethodFlow flow) {
    String here = flow.method().ref().owner();
    return !act.via().isEmpty()
        && act.held().isEmpty()
        && !Dispatch.outermost(field.owner()).equals(Dispatch.outermost(here))
        && !flows.hierarchy().isSubtype(here, field.owner());
  }

  /** Why tasks may take a step at the same time, whatever locks of their own they hold. */
  public Optional<String> amongTasks(Access step, MethodFlow flow) {
    return step.target().field().flatMap(f -> tasks.reason(f, step.target(), flow));
  }

  private boolean free(FieldRef field) {
    return flows.book().ofField(Fact.ConfinedTo.class, field).isEmpty()
        && flows.book().ofField(Fact.GuardedBy.class, field).isEmpty()
        && !accepted(field)
        && !asserted.own(field)
        && !leftToCallers(field);
  }

  /** A comment says that races on it do no harm. */
  private boolean accepted(FieldRef field) {
    return uses.info(field).map(FieldInfo::annotations).orElse(List.of()).stream()
        .anyMatch(a -> a.type().equals(AcceptedRace.TYPE));
  }

  /** A class that is declared not to be thread-safe leaves its objects' locks to who uses them. */
  private boolean leftToCallers(FieldRef field) {
    return unsafe(field.owner())
        && uses.info(field).filter(f -> !f.has(Modifier.STATIC)).isPresent()
        && flows.hierarchy().supertypes(field.owner()).stream()
            .noneMatch(up -> !flows.dispatch().analyses(up) && unsafe(up));
  }

  private boolean unsafe(String type) {
    return uses.ofType(type).contains(Trait.NOT_THREAD_SAFE);
  }

  /** A task changes the object that it has captured, and others have it, too. */
  private Optional<String> beside(FieldRef field, Access act, MethodFlow flow) {
    Place place = act.target();
    Optional<Captures.Captured> holder =
        place.path().size() == 1 ? captures.resolve(place.parent(), flow) : Optional.empty();
    Optional<String> given = holder.flatMap(tasks::reason);
    Optional<String> other = given.isPresent() ? given : tasks.beside(field, act, flow);
    return other.isPresent() ? other : locking.reason(act, flow);
  }

  /** A view's container. */
  private static Place base(Place place) {
    Place at = place;
    while (at.last().isPresent() && !(at.last().get() instanceof Step.Field)) {
      at = at.parent();
    }
    return at;
  }

  private Optional<String> captured(Place place, Captures.Captured outer, MethodFlow flow) {
    MethodRef task = flow.method().ref();
    boolean later = captures.runsLater(task) || tasks.runs(task) || !flow.method().isLambda();
    if (captures.numbered(task) && CommonSlots.given(place, flow)) {
      return Optional.empty();
    }
    if (captures.parallel(task)) {
      return Optional.of("tasks of a parallel stream share `" + place + "`");
    }
    if (outer.place().root() instanceof Root.Fresh && !later) {
      return Optional.empty();
    }
    boolean inside = place.path().isEmpty() || CommonSlots.array(place, flow, flows).isPresent();
    Optional<String> tasked = inside ? tasks.reason(outer) : Optional.empty();
    if (tasked.isPresent()) {
      return tasked;
    }
    Set<Trait> traits = uses.traits(outer.place(), outer.maker());
    return byTrait(place, traits, MethodRef.simple(outer.place().type()));
  }

  private static Optional<String> byTrait(Place place, Set<Trait> traits, String type) {
    if (traits.contains(Trait.CONFINED) || traits.contains(Trait.IMMUTABLE)) {
      return Optional.empty();
    }
    boolean shared = traits.contains(Trait.CONCURRENT) || traits.contains(Trait.SYNCHRONIZED);
    String a = "AEIOU".indexOf(type.charAt(0)) >= 0 ? "an " : "a ";
    String what = type.contains("::") ? "made by " + type : a + type;
    return shared ? Optional.of("`" + place + "` is " + what) : Optional.empty();
  }

  /** Declared so, or a private helper of nothing else. */
  private boolean confined(MethodFlow flow) {
    return confined(flow, MAX_HELPERS);
  }

  private boolean confined(MethodFlow flow, int helpers) {
    List<Callers.Caller> callers =
        helpers > 0 && flow.method().has(Modifier.PRIVATE)
            ? flows.callers().of(flow.method().ref())
            : List.of();
    boolean helper = !callers.isEmpty();
    for (Callers.Caller caller : callers) {
      helper = helper && caller.self() && confined(caller.in(), helpers - 1);
    }
    return helper || saidConfined(flow);
  }

  /**
   * Code that belongs to one thread shares nothing; nor does what callers have to lock for, also as
   * the name says: {@code insertWithinLock}.
   */
  private boolean saidConfined(MethodFlow flow) {
    MethodRef method = flow.method().ref();
    return LOCKED.matcher(method.name()).matches()
        || flows.book().says(Fact.ConfinedTo.class, method)
        || flows.book().all(Fact.Is.class, method).stream()
            .anyMatch(f -> f.trait() == Trait.NOT_THREAD_SAFE);
  }

  private Optional<String> ofField(
      FieldRef field, Place place, MethodFlow flow, boolean reference) {
    if (!free(field) || captures.oneThread(field, uses)) {
      return Optional.empty();
    }
    Set<Trait> traits = uses.traits(field);
    if (!reference && traits.contains(Trait.IMMUTABLE) && !traits.contains(Trait.CONCURRENT)) {
      return Optional.empty();
    }
    boolean element = Parts.isElement(place);
    String type = element ? MethodRef.simple(place.type()) : uses.typeName(field);
    Optional<String> byType =
        reference || legacy(field, traits)
            ? Optional.empty()
            : byTrait(place, element ? uses.ofType(place.type()) : traits, type);
    if (byType.isPresent()) {
      return byType;
    }
    FieldInfo info = uses.info(field).orElse(null);
    if (info != null && info.has(Modifier.VOLATILE)) {
      return Optional.of("`" + field.name() + "` is volatile");
    }
    Optional<String> threads = tasks.reason(field, place, flow);
    if (threads.isPresent()) {
      return threads;
    }
    Optional<String> task = captures.pooled(flow.method().ref(), uses);
    boolean common = place.root() instanceof Root.This || place.root() instanceof Root.Static;
    if (task.isPresent() && common) {
      return task;
    }
    Optional<String> elsewhere = locked.reason(field, flow.method().ref().owner());
    return elsewhere.isPresent() ? elsewhere : components.reason(field, info);
  }

  /** What is static belongs to every thread that its class is made for. */
  private Optional<String> global(FieldRef field) {
    FieldInfo info = uses.info(field).orElse(null);
    boolean global =
        info != null
            && info.has(Modifier.STATIC)
            && (!info.has(Modifier.FINAL) || components.mutable(field))
            && !captures.oneThread(field, uses)
            && isThreaded(field.owner());
    String owner = MethodRef.simple(field.owner());
    return global
        ? Optional.of("`" + field.name() + "` is static, and `" + owner + "` is made for threads")
        : Optional.empty();
  }

  /** By itself it is no sign, unless something else in its class is. */
  private boolean legacy(FieldRef field, Set<Trait> traits) {
    boolean old = traits.contains(Trait.SYNCHRONIZED) && !traits.contains(Trait.CONCURRENT);
    return (traits.contains(Trait.LEGACY) || old && value(field.owner()))
        && !uses.typeName(field).contains("::")
        && !isThreaded(field.owner());
  }

  /** Objects that are compared by what they hold are no place where threads meet. */
  private boolean value(String type) {
    List<MethodInfo> methods =
        flows.hierarchy().find(type).map(ClassInfo::methods).orElse(List.of());
    return methods.stream().anyMatch(m -> m.ref().signature().equals("equals(Object)"))
        && methods.stream().anyMatch(m -> m.ref().signature().equals("hashCode()"));
  }

  private boolean isThreaded(String owner) {
    return threaded.computeIfAbsent(owner, this::threaded);
  }

  /** Whether a class locks, or has state that is made for threads. */
  private boolean threaded(String owner) {
    ClassInfo info = flows.hierarchy().find(owner).orElse(null);
    if (info == null || flows.hierarchy().isSubtype(owner, "java.lang.Runnable")) {
      return true;
    }
    for (FieldInfo f : info.fields()) {
      Set<Trait> traits = uses.traits(f.ref());
      boolean made = traits.contains(Trait.CONCURRENT) || traits.contains(Trait.LOCK);
      if (made || f.has(Modifier.VOLATILE) || uses.typeName(f.ref()).contains("::")) {
        return true;
      }
    }
    return info.methods().stream()
        .anyMatch(m -> flows.flow(m.ref()).map(MethodFlow::locksOwn).orElse(false));
  }

  /**
   * State of an iterator, or of a thread or a task of one's own that nobody else changes: one
   * thread at a time has it.
   */
  private boolean ownTask(Access step, MethodFlow flow) {
    FieldRef field = base(step.target()).field().orElseThrow();
    Boolean own = own(field);
    if (own == null || own || tasks.reason(field, step.target(), flow).isPresent()) {
      return own != null && own;
    }
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      boolean itself =
          use.method().owner().equals(field.owner())
              && a.target().root() instanceof Place.Root.This
              && flows.flow(use.method()).map(f -> inside(f)).orElse(false);
      if (a.changes() && !a.owned() && !itself) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the owner is an iterator, belongs to one thread, or is a collection, which has a
   * protocol of its own; {@code null} if it is no task of its own either.
   */
  private Boolean own(FieldRef field) {
    if (flows.works(field.owner(), Shape.CURSOR)
        || flows.works(field.owner(), Shape.COLLECTION)
        || uses.ofType(field.owner()).contains(Trait.CONFINED)) {
      return true;
    }
    boolean thread = flows.hierarchy().isSubtype(field.owner(), "java.lang.Thread");
    boolean task =
        flows.hidden(field.owner())
            && flows.hierarchy().isSubtype(field.owner(), "java.lang.Runnable");
    return thread || task ? false : null;
  }

  /** The task itself, or a step of its own. */
  private static boolean inside(MethodFlow flow) {
    return flow.method().has(Modifier.PRIVATE) || flow.method().ref().name().equals("run");
  }
}
