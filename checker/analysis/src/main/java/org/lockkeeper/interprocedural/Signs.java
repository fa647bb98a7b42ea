package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.facts.AnnotationFacts;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.Memo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;

/** What declarations and facts show of concurrency, before any body is solved. */
final class Signs {
  /** Locks, waits, or asks about either. */
  static final int LOCKS = 1;

  /** Hands something to another thread. */
  static final int STARTS = 2;

  /** Works on an object that is made for many threads. */
  static final int SHARED = 4;

  /** Any of those. */
  static final int ANY = LOCKS | STARTS | SHARED;

  /** Runs cooperative tasks. */
  static final int COOPERATIVE = 8;

  /** Works on a container. */
  static final int TOUCHES = 16;

  static final int ACQUIRES = 32;
  static final int RELEASES = 64;

  /** Makes what runs tasks in a context of its own. */
  static final int PROVIDES = 128;

  private static final Set<Trait> MANY = EnumSet.of(Trait.CONCURRENT, Trait.SYNCHRONIZED);
  private static final Set<Trait> TOLD =
      EnumSet.of(
          Trait.CONCURRENT, Trait.SYNCHRONIZED, Trait.LOCK, Trait.THREAD_SAFE, Trait.COMPONENT);

  private final Hierarchy hierarchy;
  private final FactBook book;
  private final Dispatch dispatch;
  private final Memo<String, Set<Trait>> traits = new Memo<>();
  private final Memo<String, Integer> functions = new Memo<>();
  private final Map<String, Owner> owners = new HashMap<>();

  /** Signs of all calls of a class's methods, and of some. */
  private record Owner(int signs, boolean quiet, Map<MethodRef, Integer> methods) {}

  Signs(Hierarchy hierarchy, FactBook book, Dispatch dispatch) {
    this.hierarchy = hierarchy;
    this.book = book;
    this.dispatch = dispatch;
  }

  private Set<Trait> traits(String type) {
    return traits.get(
        type,
        t -> {
          Set<Trait> all = EnumSet.noneOf(Trait.class);
          book.ofType(Fact.Is.class, t).forEach(is -> all.add(is.trait()));
          return all;
        });
  }

  private boolean any(Set<Trait> some, String type) {
    for (Trait trait : traits(type)) {
      if (some.contains(trait)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class is declared so that its state is likely shared. */
  boolean declared(ClassInfo c) {
    if (any(TOLD, c.name()) || runsLater(c.name()) || told(c)) {
      return true;
    }
    for (FieldInfo f : c.fields()) {
      if (f.has(Modifier.VOLATILE)
          || !Primitives.is(f.ref().type()) && any(MANY, f.ref().type())
          || !f.annotations().isEmpty() && !book.ofField(Fact.class, f.ref()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class has a container that is declared for many threads. */
  boolean keeps(ClassInfo c) {
    for (FieldInfo f : c.fields()) {
      if (!Primitives.is(f.ref().type()) && traits(f.ref().type()).contains(Trait.CONCURRENT)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class has an object of some others in a field. */
  boolean uses(ClassInfo c, Set<String> others) {
    for (FieldInfo f : c.fields()) {
      if (others.contains(f.ref().type())) {
        return true;
      }
    }
    return false;
  }

  private boolean told(ClassInfo c) {
    return !c.annotations().isEmpty()
        && !(book.ofType(Fact.LockOrder.class, c.name()).isEmpty()
            && book.ofType(Fact.GuardedBy.class, c.name()).isEmpty());
  }

  /** Whether objects of the type are tasks. */
  boolean runsLater(String type) {
    for (Fact.RunByDefault run : book.ofType(Fact.RunByDefault.class, type)) {
      if (run.later()) {
        return true;
      }
    }
    return false;
  }

  /** What it shows to make a function object of a type. */
  int ofFunction(String type) {
    return functions.get(
        type,
        t -> {
          int all = runsLater(t) ? STARTS : 0;
          for (MethodInfo m : hierarchy.find(t).map(ClassInfo::methods).orElse(List.of())) {
            all |= of(m) & COOPERATIVE;
          }
          return all;
        });
  }

  /** What annotations of local variables show. */
  int ofLocals(MethodBody body) {
    for (List<Annotation> each : body.annotated().values()) {
      for (Annotation a : each) {
        if (AnnotationFacts.of(a, "").stream().anyMatch(Fact.Cooperative.class::isInstance)) {
          return STARTS | COOPERATIVE;
        }
      }
    }
    return 0;
  }

  /** What is said of a method that is analysed. */
  int of(MethodInfo method) {
    boolean making = method.ref().isConstructor();
    int all =
        making && !book.ofType(Fact.Cooperative.class, method.ref().owner()).isEmpty()
            ? COOPERATIVE
            : 0;
    all |= method.has(Modifier.SYNCHRONIZED) ? LOCKS : 0;
    for (Fact fact : book.facts(method.ref())) {
      boolean answers =
          fact instanceof Fact.Answers a && a.returned().equals(method.ref().returns());
      if (answers || fact instanceof Fact.Cooperative || fact instanceof Fact.RunsOn) {
        all |= COOPERATIVE;
      } else if (contract(fact) || fact instanceof Fact.ConfinedTo) {
        all |= LOCKS;
      }
    }
    return all;
  }

  /** What a call shows. */
  int ofCall(MethodRef ref) {
    Owner owner = owners.get(ref.owner());
    if (owner == null) {
      boolean quiet = book.quiet(ref.owner()) && !takesTasks(ref.owner());
      owner = new Owner(ofOwner(ref.owner()), quiet, new HashMap<>(0));
      owners.put(ref.owner(), owner);
    }
    if (owner.quiet() && !book.ofObject(ref.name())) {
      return owner.signs();
    }
    Integer known = owner.methods().get(ref);
    if (known == null) {
      known = owner.signs() | said(ref);
      owner.methods().put(ref, known);
    }
    return known;
  }

  private int said(MethodRef ref) {
    int all = 0;
    for (Fact fact : book.facts(ref)) {
      all |= of(fact);
    }
    for (int i = 0; i < ref.params().size(); i++) {
      if (!book.ofParam(Fact.Cooperative.class, ref, i).isEmpty()) {
        all |= STARTS | COOPERATIVE;
      }
    }
    return all;
  }

  /** Whether something may be said of a parameter. */
  private boolean takesTasks(String type) {
    for (String each : hierarchy.supertypes(type)) {
      for (MethodInfo m : hierarchy.find(each).map(ClassInfo::methods).orElse(List.of())) {
        for (MethodInfo.Param param : m.params()) {
          if (!param.annotations().isEmpty()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private int ofOwner(String type) {
    return any(MANY, type) ? SHARED : wrapper(type) ? LOCKS : 0;
  }

  private static int of(Fact fact) {
    if (fact instanceof Fact.Runs runs) {
      boolean named = Contexts.named(runs.context());
      return runs.later() ? named ? STARTS | COOPERATIVE : STARTS : 0;
    }
    if (fact instanceof Fact.Checks
        || fact instanceof Fact.Acts
        || fact instanceof Fact.Uses
        || fact instanceof Fact.Iterates) {
      return TOUCHES;
    }
    if (fact instanceof Fact.Provides || fact instanceof Fact.Continues) {
      return STARTS | COOPERATIVE | PROVIDES;
    }
    if (fact instanceof Fact.ReturnsTrait returns) {
      int parallel = returns.trait() == Trait.PARALLEL ? STARTS | COOPERATIVE : 0;
      return MANY.contains(returns.trait()) ? SHARED : parallel;
    }
    if (fact instanceof Fact.Acquires || fact instanceof Fact.Takes) {
      return LOCKS | ACQUIRES;
    }
    if (fact instanceof Fact.Releases || fact instanceof Fact.Gives) {
      return LOCKS | RELEASES;
    }
    boolean asks =
        fact instanceof Fact.Held
            || fact instanceof Fact.Waits
            || fact instanceof Fact.Signals
            || fact instanceof Fact.InContext;
    return asks || contract(fact) ? LOCKS : 0;
  }

  private static boolean contract(Fact fact) {
    return fact instanceof Fact.Holds
        || fact instanceof Fact.Excludes
        || fact instanceof Fact.GuardedBy
        || fact instanceof Fact.Takes
        || fact instanceof Fact.Gives;
  }

  /** A library's class that keeps a lock may be there to be locked. */
  private boolean wrapper(String type) {
    if (dispatch.analyses(type)) {
      return false;
    }
    for (FieldInfo f : hierarchy.find(type).map(ClassInfo::fields).orElse(List.of())) {
      if (!Primitives.is(f.ref().type()) && traits(f.ref().type()).contains(Trait.LOCK)) {
        return true;
      }
    }
    return false;
  }
}
